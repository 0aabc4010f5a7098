package org.vigie.capture.warc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as they went over the wire, ready to be archived.
 *
 * @param url the address asked for
 * @param address the IP address that answered, or empty
 * @param fetchedAt when the request was sent
 * @param took from the request to the last byte
 * @param request request head, with its empty line
 * @param response what came back
 * @param tls what vouches for the server, or null if the connection was plain
 */
public record Exchange(
    String url,
    String address,
    Instant fetchedAt,
    Duration took,
    byte[] request,
    RawResponse response,
    @Nullable TlsFacts tls) {
  /** An exchange by HTTP/1.1 over a plain connection. */
  public Exchange(
      String url,
      String address,
      Instant fetchedAt,
      Duration took,
      byte[] request,
      int status,
      String reason,
      List<HeaderLine> headers,
      byte[] body,
      boolean truncated) {
    this(
        url,
        address,
        fetchedAt,
        took,
        request,
        new RawResponse("HTTP/1.1", status, reason, headers, body, truncated, null),
        null);
  }
}
