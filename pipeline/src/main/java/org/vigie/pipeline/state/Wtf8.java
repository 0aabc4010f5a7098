package org.vigie.pipeline.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts in UTF-8 that may hold halves of surrogate pairs, as what a site declares in JSON may.
 * UTF-8 itself has no place for them: Java writes each as a question mark, so that two texts become
 * one.
 *
 * @see <a href="https://simonsapin.github.io/wtf-8/">The WTF-8 encoding</a>
 */
final class Wtf8 {
  /** Begins a half, with a second byte that nothing in UTF-8 has after it. */
  private static final int LEAD = 0xED;

  private static final int LEAST_SECOND = 0xA0;
  private static final int SIZE = 3;

  private Wtf8() {}

  static byte[] bytes(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return contains(utf8, '?') && hasHalves(text) ? withHalves(text) : utf8;
  }

  static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : withHalves(bytes);
  }

  private static boolean contains(byte[] bytes, char sign) {
    for (byte each : bytes) {
      if (each == sign) {
        return true;
      }
    }
    return false;
  }

  /** A pair is one code point, which is none of these. */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static boolean hasHalves(String text) {
    return text.codePoints().anyMatch(Wtf8::isHalf);
  }

  private static byte[] withHalves(String text) {
    byte[] bytes = new byte[SIZE * text.length()];
    int length = 0;
    for (int at = 0, size; at < text.length(); at += size) {
      int c = text.codePointAt(at);
      size = Character.charCount(c);
      byte[] next =
          isHalf(c)
              ? new byte[] {(byte) LEAD, (byte) (0x80 | c >> 6 & 0x3F), (byte) (0x80 | c & 0x3F)}
              : text.substring(at, at + size).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(next, 0, bytes, length, next.length);
      length += next.length;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static String withHalves(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = 0; at + SIZE <= bytes.length; at++) {
      if ((bytes[at] & 0xFF) == LEAD && (bytes[at + 1] & 0xFF) >= LEAST_SECOND) {
        text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F));
        from = at + SIZE;
      }
    }
    return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
        .toString();
  }
}
