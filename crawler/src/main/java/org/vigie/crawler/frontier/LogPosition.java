package org.vigie.crawler.frontier;

/**
 * How far a log was read whose events a frontier takes in.
 *
 * @param log its name
 * @param next the event that is read next, at least 0
 */
public record LogPosition(String log, long next) {}
