package org.vigie.capture.warc;

/**
 * What is known of a body that was read and not kept.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits of all of it
 * @param length in bytes
 */
public record BodyDigest(String digest, long length) {}
