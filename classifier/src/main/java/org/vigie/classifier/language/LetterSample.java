package org.vigie.classifier.language;

/** The first letters of a text, with what separates words, without digits, links and signs. */
final class LetterSample {
  /** Text of which nothing but signs comes first is looked at this many times further. */
  private static final int SEARCH_FACTOR = 8;

  private LetterSample() {}

  static String of(String text, int maxChars) {
    StringBuilder sample = new StringBuilder(maxChars);
    int limit = Math.min(text.length(), maxChars * SEARCH_FACTOR);
    int i = 0;
    while (i < limit && sample.length() < maxChars) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || c == '\'' || c == '\u2019' || isMark(c)) {
        sample.append(c);
      } else if (!sample.isEmpty() && sample.charAt(sample.length() - 1) != ' ') {
        sample.append(' ');
      }
      i++;
      if (c == ':' && text.startsWith("//", i)) {
        while (i < limit && !Character.isWhitespace(text.charAt(i))) {
          i++;
        }
      }
    }
    return sample.toString();
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
