package org.vigie.casework.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An advert whose time is up.
 *
 * @param advert its id
 * @param limit which limit it is under
 * @param collected when it was last collected
 * @param since when its time was up
 * @param hold what holds it; null if nothing does
 */
public record Overdue(
    String advert, Limit limit, Instant collected, Instant since, @Nullable Hold hold) {}
