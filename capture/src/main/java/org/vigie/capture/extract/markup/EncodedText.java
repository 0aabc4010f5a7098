package org.vigie.capture.extract.markup;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/**
 * The text of a page as it was sent, its byte order mark left out.
 *
 * <p>It is decoded while it is read: a page of some MiB has no room for a second copy.
 *
 * @param bytes what was sent; not copied
 * @param start where the text begins
 * @param charset what it is written in
 */
public record EncodedText(byte[] bytes, int start, Charset charset) {
  public static EncodedText of(byte[] bytes, String contentType) {
    return new EncodedText(
        bytes,
        CharsetSniffer.byteOrderMarkLength(bytes),
        CharsetSniffer.charset(bytes, contentType));
  }

  /** Returns the text of the first bytes. */
  public String head(int length) {
    return new String(bytes, start, Math.min(length, bytes.length - start), charset);
  }

  /** Returns all of the text; what is not of its charset becomes U+FFFD. */
  public String whole() {
    return head(bytes.length - start);
  }

  /** Returns the text from its beginning on; what is not of its charset becomes U+FFFD. */
  public Reader reader() {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
  }
}
