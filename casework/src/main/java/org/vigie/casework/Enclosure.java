package org.vigie.casework;

import java.time.Instant;

/**
 * A file that somebody put into a case.
 *
 * @param id its number
 * @param at when
 * @param account who
 * @param name what it was called, which may be anything
 * @param bytes its size
 * @param sha256 hash of its content, in hexadecimal digits
 */
public record Enclosure(
    long id, Instant at, String account, String name, long bytes, String sha256) {}
