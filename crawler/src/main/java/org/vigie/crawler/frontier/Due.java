package org.vigie.crawler.frontier;

import org.jspecify.annotations.Nullable;

/**
 * A URL whose turn has come.
 *
 * @param target the URL
 * @param last its last visit, or null if this is the first
 */
public record Due(Target target, @Nullable PageVisit last) {}
