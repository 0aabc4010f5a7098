package org.vigie.files.plugin;

import java.time.Instant;

/**
 * That somebody lets a jar run.
 *
 * @param file name of the jar
 * @param hash {@code sha256:} of what it held
 * @param by who
 * @param at when
 */
public record Approval(String file, String hash, String by, Instant at) {}
