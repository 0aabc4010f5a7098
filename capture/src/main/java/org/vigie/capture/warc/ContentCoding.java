package org.vigie.capture.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Undoes HTTP content codings (RFC 9110, section 8.4.1) within a size limit: gzip, deflate, br and
 * zstd, stacked if need be.
 */
public final class ContentCoding {
  /** What a request may ask for: all that can be undone. */
  public static final String ACCEPTED = "gzip, deflate, br, zstd";

  /** Nobody stacks more by accident; a bomb may. */
  private static final int MAX_STACKED = 3;

  private static final int BUFFER_BYTES = 8_192;

  private ContentCoding() {}

  /**
   * A body without content coding.
   *
   * @param bytes at most as many as the limit; the body itself, not a copy, if it had no coding
   * @param truncated whether bytes are missing: the limit was reached, or the coded stream broke
   *     off
   * @param broken whether the coded stream itself was at fault
   */
  public record Decoded(byte[] bytes, boolean truncated, boolean broken) {}

  /**
   * Returns a body without its content codings.
   *
   * @param contentEncoding the header's value; empty for none
   * @param maxBytes most bytes returned, and most that any coding in between may unfold to
   * @throws UnsupportedCodingException if a coding isn't known, or too many are stacked
   */
  public static Decoded undo(byte[] body, String contentEncoding, long maxBytes)
      throws UnsupportedCodingException {
    List<String> codings = codings(contentEncoding);
    if (codings.isEmpty() && body.length <= maxBytes) {
      return new Decoded(body, false, false);
    }
    InputStream plain = new ByteArrayInputStream(body);
    if (codings.isEmpty() || body.length == 0) {
      return read(plain, maxBytes);
    }
    List<CodedLayer> layers = new ArrayList<>();
    InputStream in = plain;
    for (String coding : codings.reversed()) {
      CodedLayer layer = CodedLayer.of(coding, in, maxBytes);
      layers.add(layer);
      in = layer;
    }
    try (InputStream outermost = in) {
      layers.getFirst().open();
      Decoded decoded = read(outermost, maxBytes);
      boolean exceeded = layers.stream().anyMatch(CodedLayer::exceeded);
      return exceeded ? new Decoded(decoded.bytes(), true, false) : decoded;
    } catch (IOException e) {
      // Labelled as coded, but without even a header: servers that lie send it plain.
      Decoded decoded = read(new ByteArrayInputStream(body), maxBytes);
      boolean broken = codings.size() > 1;
      return new Decoded(decoded.bytes(), decoded.truncated() || broken, broken);
    }
  }

  private static List<String> codings(String contentEncoding) throws UnsupportedCodingException {
    List<String> codings = new ArrayList<>();
    String header = contentEncoding.toLowerCase(Locale.ROOT);
    int start = 0;
    while (start <= header.length()) {
      int comma = header.indexOf(',', start);
      int end = comma < 0 ? header.length() : comma;
      String coding = header.substring(start, end).strip();
      if (!coding.isEmpty() && !coding.equals("identity") && !coding.equals("none")) {
        codings.add(coding);
      }
      start = end + 1;
    }
    if (codings.size() > MAX_STACKED) {
      throw new UnsupportedCodingException(
          "at most " + MAX_STACKED + " content codings may be stacked, found " + codings.size());
    }
    return codings;
  }

  private static Decoded read(InputStream in, long maxBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      int n;
      while ((n = in.read(buffer)) >= 0) {
        long room = maxBytes - out.size();
        out.write(buffer, 0, (int) Math.min(n, room));
        if (n > room) {
          return new Decoded(out.toByteArray(), true, false);
        }
      }
      return new Decoded(out.toByteArray(), false, false);
    } catch (IOException e) {
      // A stream that breaks off is as good as cut there; the caller sees it marked.
      return new Decoded(out.toByteArray(), true, true);
    }
  }
}
