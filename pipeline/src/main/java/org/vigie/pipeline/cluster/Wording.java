package org.vigie.pipeline.cluster;

/**
 * A hash of a text's words in two bytes: texts that differ in space alone have the same. Two that
 * say something else have the same once in 65,536 times.
 */
final class Wording {
  /** Comes after that of every text. */
  static final int NONE = 1 << Character.SIZE;

  private Wording() {}

  /** Returns the hash, from 0 to 65,535. FNV-1a over UTF-16 units, folded (Fowler, Noll and Vo). */
  static int of(String text) {
    int hash = 0x811c9dc5;
    boolean inWord = false;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      boolean isSpace = Character.isWhitespace(unit);
      if (!isSpace) {
        hash = (hash ^ unit) * 0x01000193;
      } else if (inWord) {
        hash = (hash ^ ' ') * 0x01000193;
      }
      inWord = !isSpace;
    }
    int whole = inWord ? (hash ^ ' ') * 0x01000193 : hash; // as if a space ended each text
    return (whole >>> Character.SIZE ^ whole) & (NONE - 1);
  }
}
