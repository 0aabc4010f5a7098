package org.vigie.text.safe;

/**
 * Text from adverts made safe to print: whatever could move the cursor, reorder or hide other text
 * is written as its code point, such as {@code <U+202E>}.
 */
public final class SafeText {
  private SafeText() {}

  /** Returns a text on one line: line breaks and tabs become spaces. */
  public static String line(String text) {
    return escape(text, false);
  }

  /** Returns a text with its line breaks. */
  public static String block(String text) {
    return escape(text, true);
  }

  /**
   * Returns a text in which a half of a surrogate pair is U+FFFD: it is no character, and no file
   * of UTF-8 can hold it.
   */
  public static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private static String escape(String text, boolean keepBreaks) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' && keepBreaks) {
        safe.append('\n');
      } else if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      } else if (c == '\n' || c == '\r' || c == '\t') {
        safe.append(' ');
      } else if (isVisible(c)) {
        safe.appendCodePoint(c);
      } else {
        safe.append("<U+%04X>".formatted(c));
      }
    }
    return safe.toString();
  }

  /** Returns whether a code point shows itself and leaves its neighbours alone. */
  public static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isBlankLetter(c);
    };
  }

  /** Letters and symbols that look like nothing: the Hangul fillers and the empty braille cell. */
  private static boolean isBlankLetter(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
  }
}
