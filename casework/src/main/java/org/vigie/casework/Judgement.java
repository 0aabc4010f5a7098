package org.vigie.casework;

import java.time.Instant;

/**
 * What one person said of something, and why.
 *
 * @param at when it was said
 * @param account who said it
 * @param subject what it is about
 * @param opinion what was said
 * @param why the grounds, in the person's own words
 */
public record Judgement(Instant at, String account, Subject subject, Opinion opinion, String why) {}
