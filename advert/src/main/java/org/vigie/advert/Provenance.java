package org.vigie.advert;

import java.time.Instant;

/**
 * The place from which an advert can be read again: a record in a WARC, or a line in a file.
 *
 * @param container file name of the WARC or input file
 * @param position offset of the WARC record in bytes, or number of the line from 1
 * @param payloadDigest {@code sha256:} and 64 hexadecimal digits of the captured payload, or empty
 * @param capturedAt when it was fetched or taken in
 */
public record Provenance(
    String container, long position, String payloadDigest, Instant capturedAt) {}
