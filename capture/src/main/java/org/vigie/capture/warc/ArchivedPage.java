package org.vigie.capture.warc;

import java.time.Instant;

/**
 * Where a page stands in the archive.
 *
 * @param fetchedAt when it was fetched
 * @param container name of its WARC file
 * @param offset where its record begins, in bytes
 */
public record ArchivedPage(Instant fetchedAt, String container, long offset) {}
