package org.vigie.pipeline.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A text in fewer bytes, by DEFLATE (RFC 1951): packed once, and unpacked when somebody asks for
 * it.
 *
 * @param length bytes of the text in UTF-8; 0 if it stands as it is, for it doesn't get shorter
 * @param bytes what it was packed to; not to be changed
 */
public record PackedText(int length, byte[] bytes) {
  /** One a thread: a new one costs more than it then does. */
  private static final ThreadLocal<Deflater> DEFLATER =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.DEFAULT_COMPRESSION, true));

  /** Packs a text. */
  public static PackedText of(String text) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    byte[] packed = new byte[whole.length];
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setInput(whole);
    deflater.finish();
    int length = deflater.deflate(packed);
    return deflater.finished()
        ? new PackedText(whole.length, Arrays.copyOf(packed, length))
        : new PackedText(0, whole);
  }

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
