package org.vigie.pipeline.state;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A text in fewer bytes, by DEFLATE (RFC 1951), as the first layout of clusters held the texts of
 * their templates.
 *
 * @param length bytes of the text in UTF-8; 0 if it stands as it is, for it doesn't get shorter
 * @param bytes what it was packed to; not to be changed
 */
public record PackedText(int length, byte[] bytes) {
  /** Returns the text. */
  public String text() {
    if (length == 0) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes);
      byte[] whole = new byte[length];
      int read = inflater.inflate(whole);
      if (read != length) {
        throw new IllegalStateException(
            "a text must have " + length + " bytes, but had " + read + " when it was unpacked");
      }
      return new String(whole, StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("a text must be packed by DEFLATE, but isn't", e);
    } finally {
      inflater.end();
    }
  }
}
