package org.vigie.capture.warc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;

/**
 * One request and its answer, as they went over the wire, ready to be archived.
 *
 * @param url the address asked for
 * @param address the IP address that answered, or empty
 * @param fetchedAt when the request was sent
 * @param took from the request to the last byte
 * @param request request head, with its empty line
 * @param status HTTP status
 * @param reason reason phrase, or empty
 * @param headers response headers in the order they came
 * @param body response body with the transfer coding undone and the content coding kept
 * @param truncated whether the body was cut at the size limit
 * @param dropped what is known of a body that was not kept, or null: then {@code body} is empty
 * @param tls what vouches for the server, or null if the connection was plain
 */
public record Exchange(
    String url,
    String address,
    Instant fetchedAt,
    Duration took,
    byte[] request,
    int status,
    String reason,
    List<HeaderLine> headers,
    byte[] body,
    boolean truncated,
    @Nullable BodyDigest dropped,
    @Nullable TlsFacts tls) {
  public Exchange {
    headers = List.copyOf(headers);
  }

  /** An exchange over a plain connection. */
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
        url, address, fetchedAt, took, request, status, reason, headers, body, truncated, null,
        null);
  }

  /** Returns {@code sha256:} and 64 hexadecimal digits of the body, kept or not. */
  public String payloadDigest() {
    return dropped == null ? Sha256.of(body) : dropped.digest();
  }

  /** Returns the headers by name in lower case, repeated ones joined; a cut body is marked. */
  public Map<String, String> headerMap() {
    Map<String, String> map = HeaderMap.of(HeaderMap.grouped(headers));
    if (truncated) {
      map.put(HeaderMap.TRUNCATED, "length");
    }
    return map;
  }
}
