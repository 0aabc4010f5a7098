package org.vigie.exchange.evidence;

import java.time.Instant;

/**
 * What one person said of something that a package holds.
 *
 * @param at when
 * @param by who
 * @param subject kind and id of what it is about, such as {@code advert:a-…}
 * @param opinion label of what was said
 * @param why the grounds, in the person's own words
 */
public record HumanJudgement(Instant at, String by, String subject, String opinion, String why) {}
