package org.vigie.capture.warc;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;

/**
 * A server's answer to one request, as it went over the wire.
 *
 * @param version such as {@code HTTP/1.1}
 * @param status HTTP status
 * @param reason reason phrase, or empty; a control character in it counts as a space (RFC 9112,
 *     section 2.2), since no reader of the archive would read on behind it
 * @param headers response headers in the order they came
 * @param body response body with the transfer coding undone and the content coding kept
 * @param truncated whether the body was cut at the size limit
 * @param dropped what is known of a body that was not kept, or null: then {@code body} is empty
 */
public record RawResponse(
    String version,
    int status,
    String reason,
    List<HeaderLine> headers,
    byte[] body,
    boolean truncated,
    @Nullable BodyDigest dropped) {
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  public RawResponse {
    reason = CONTROLS.matcher(reason).replaceAll(" ");
    headers = List.copyOf(headers);
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
