package org.vigie.crawler.robots;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one host's robots.txt. Times are in milliseconds since 1970.
 *
 * @param reached whether it is known
 * @param content the file, or null if the host has none
 * @param reachedAtMillis when it was read last
 * @param askAgainMillis when it may be asked for again
 * @param retryMillis how long to wait after the next failure
 * @param failure what to report while it isn't known, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record KeptRobots(
    boolean reached,
    byte @Nullable [] content,
    long reachedAtMillis,
    long askAgainMillis,
    long retryMillis,
    String failure) {}
