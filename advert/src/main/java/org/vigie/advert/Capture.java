package org.vigie.advert;

import java.time.Instant;
import java.util.Map;

/**
 * One answer of a server as it was archived.
 *
 * @param url the address that answered
 * @param fetchedAt when it was fetched
 * @param status HTTP status
 * @param headers response headers; names in lower case, repeated ones joined by {@code ", "}
 * @param payloadDigest {@code sha256:} and 64 hexadecimal digits of the payload
 * @param container file name of the WARC
 * @param offset place of the record in it, in bytes
 * @param mandate id of the {@link Mandate} under which it was fetched
 */
public record Capture(
    String url,
    Instant fetchedAt,
    int status,
    Map<String, String> headers,
    String payloadDigest,
    String container,
    long offset,
    String mandate) {
  public Capture {
    headers = Map.copyOf(headers);
  }
}
