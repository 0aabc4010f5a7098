package org.vigie.lab.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Texts that are looked for in bytes, all in one pass: of a place in the bytes it is known by three
 * of them whether a text may begin there.
 */
final class WantedTexts {
  private static final int BEGINNING = 3;

  private final BitSet beginnings = new BitSet(1 << (8 * BEGINNING));
  private final List<byte[]> texts;

  /**
   * @throws IllegalArgumentException if a text is shorter than three characters or not of ASCII
   *     alone, and so may stand in bytes in more than one way
   */
  WantedTexts(List<String> texts) {
    for (String text : texts) {
      if (text.length() < BEGINNING || !US_ASCII.newEncoder().canEncode(text)) {
        throw new IllegalArgumentException(
            "a text must be of three ASCII characters or more, but was " + text);
      }
    }
    this.texts = texts.stream().map(text -> text.getBytes(US_ASCII)).toList();
    this.texts.forEach(text -> beginnings.set(beginning(beginning(0, text[0], text[1]), text[2])));
  }

  /** Returns whether one of the texts stands in some bytes. */
  boolean areIn(byte[] bytes) {
    if (bytes.length < BEGINNING) {
      return false;
    }
    int last = beginning(0, bytes[0], bytes[1]);
    for (int i = 2; i < bytes.length; i++) {
      last = beginning(last, bytes[i]);
      if (beginnings.get(last) && areAt(bytes, i - 2)) {
        return true;
      }
    }
    return false;
  }

  private boolean areAt(byte[] bytes, int start) {
    for (byte[] text : texts) {
      int end = start + text.length;
      if (end <= bytes.length && Arrays.equals(text, 0, text.length, bytes, start, end)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the last three bytes, as a number, once more have come. */
  private static int beginning(int before, byte... more) {
    int last = before;
    for (byte one : more) {
      last = ((last << 8) | (one & 0xff)) & 0xffffff;
    }
    return last;
  }
}
