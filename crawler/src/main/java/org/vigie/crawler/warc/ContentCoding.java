package org.vigie.crawler.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes HTTP content codings (RFC 9110, section 8.4.1) within a size limit: gzip and deflate,
 * stacked if need be.
 */
public final class ContentCoding {
  /** Nobody stacks more by accident; a bomb may. */
  private static final int MAX_STACKED = 3;

  private static final int BUFFER_BYTES = 8_192;

  private ContentCoding() {}

  /**
   * A body without content coding.
   *
   * @param bytes at most as many as the limit
   * @param truncated whether bytes are missing: the limit was reached, or the coded stream broke
   *     off
   */
  public record Decoded(byte[] bytes, boolean truncated) {}

  /**
   * Returns a body without its content codings.
   *
   * @param contentEncoding the header's value; empty for none
   * @param maxBytes most bytes returned
   * @throws UnsupportedCodingException if a coding isn't known, or too many are stacked
   */
  public static Decoded undo(byte[] body, String contentEncoding, long maxBytes)
      throws UnsupportedCodingException {
    List<String> codings = codings(contentEncoding);
    InputStream in = new ByteArrayInputStream(body);
    boolean broken = false;
    try {
      for (String coding : codings.reversed()) {
        in = layer(coding, in);
      }
    } catch (UnsupportedCodingException e) {
      throw e;
    } catch (IOException e) {
      // Labelled as coded, but without even a header: servers that lie send it plain.
      in = new ByteArrayInputStream(body);
      broken = codings.size() > 1;
    }
    Decoded decoded = read(in, maxBytes);
    return new Decoded(decoded.bytes(), decoded.truncated() || broken);
  }

  private static List<String> codings(String contentEncoding) throws UnsupportedCodingException {
    List<String> codings = new ArrayList<>();
    int start = 0;
    String header = contentEncoding.toLowerCase(Locale.ROOT);
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

  private static InputStream layer(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in, BUFFER_BYTES);
      case "deflate" -> deflate(in);
      default ->
          throw new UnsupportedCodingException(
              "content coding must be gzip or deflate, but was '" + Printable.of(coding) + "'");
    };
  }

  /** Deflate means zlib (RFC 1950), but many servers send it raw (RFC 1951): the header tells. */
  private static InputStream deflate(InputStream in) throws IOException {
    var buffered = new java.io.PushbackInputStream(in, 2);
    byte[] head = buffered.readNBytes(2);
    buffered.unread(head);
    boolean zlib =
        head.length == 2
            && (head[0] & 0x0f) == 8
            && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(buffered, new Inflater(!zlib), BUFFER_BYTES);
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
          return new Decoded(out.toByteArray(), true);
        }
      }
      return new Decoded(out.toByteArray(), false);
    } catch (IOException e) {
      // A stream that breaks off is as good as cut there; the caller sees it marked.
      return new Decoded(out.toByteArray(), true);
    }
  }
}
