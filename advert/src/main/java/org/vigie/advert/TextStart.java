package org.vigie.advert;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * A declared text without blanks around it, or as much of its start as has room.
 *
 * <p>It ends between characters as a reader sees them (extended grapheme clusters of UAX #29), if
 * they are of at most 64 UTF-16 units, and never inside a surrogate pair.
 *
 * @param text what there is room for
 * @param whole UTF-16 units of the whole without blanks around it
 */
record TextStart(String text, int whole) {
  static final TextStart EMPTY = new TextStart("", 0);

  /** A character of more UTF-16 units than this, of marks piled up, may be parted. */
  private static final int LOOK_BACK = 64;

  /**
   * Returns the start of a text; one that is far too long is never copied as a whole.
   *
   * @param room UTF-16 units, 0 or more
   */
  static TextStart of(String declared, int room) {
    int from = 0;
    int to = declared.length();
    while (from < to && Character.isWhitespace(declared.charAt(from))) {
      from++;
    }
    while (from < to && Character.isWhitespace(declared.charAt(to - 1))) {
      to--;
    }
    int end = to - from <= room ? to : end(declared, from, room);
    return new TextStart(declared.substring(from, end).stripTrailing(), to - from);
  }

  private static int end(String text, int start, int room) {
    int full = start + room;
    int from = whole(text, Math.max(start, full - LOOK_BACK));
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(from, Math.min(text.length(), full + 2)));
    int at = full - from;
    int end = from + (at == 0 || characters.isBoundary(at) ? at : characters.preceding(at));
    return end > from ? end : whole(text, full);
  }

  /** Returns a place in a text, or the one before it if it parts surrogates. */
  private static int whole(String text, int at) {
    boolean parts =
        at > 0
            && Character.isHighSurrogate(text.charAt(at - 1))
            && Character.isLowSurrogate(text.charAt(at));
    return parts ? at - 1 : at;
  }
}
