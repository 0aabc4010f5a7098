package org.vigie.casework;

import java.time.Instant;

/**
 * What a person decided of an advert at the end of its time, or ahead of it.
 *
 * @param advert its id
 * @param kept whether it is kept until the next review, rather than let go
 * @param why the grounds, in the person's own words
 */
public record RetentionDecision(
    Instant at, String account, String advert, boolean kept, String why) {}
