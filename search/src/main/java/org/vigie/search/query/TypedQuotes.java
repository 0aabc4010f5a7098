package org.vigie.search.query;

/** Quotes as keyboards and word processors set them: “ ”, « », „ “, 「 」 and others. */
final class TypedQuotes {
  /** Marks that open, each with those that close what it opens behind it. */
  private static final String[] PAIRS = {
    "\u201C\u201D\u201C",
    "\u201D\u201D",
    "\u201E\u201D\u201C",
    "\u201F\u201D",
    "\u00AB\u00BB",
    "\u00BB\u00AB\u00BB",
    "\u300C\u300D",
    "\u300E\u300F",
    "\uFF02\uFF02"
  };

  private TypedQuotes() {}

  /**
   * Returns a query of the same length in which such quotes are plain ones. What nothing closes, or
   * stands within a word, is punctuation as any other.
   */
  static String plain(String query) {
    StringBuilder plain = new StringBuilder(query);
    boolean within = false;
    for (int i = 0; i < query.length(); i++) {
      within ^= query.charAt(i) == '"';
      int close = within ? -1 : close(query, i);
      if (close > i) {
        plain.setCharAt(i, '"');
        plain.setCharAt(close, '"');
        i = close;
      }
    }
    return plain.toString();
  }

  /** Returns where a quote ends that a mark begins, or -1 if it begins none. */
  private static int close(String query, int open) {
    String closing = closing(query.charAt(open));
    if (closing.isEmpty() || (open > 0 && isOfWord(query.charAt(open - 1)))) {
      return -1;
    }
    for (int i = open + 1; i < query.length() && query.charAt(i) != '"'; i++) {
      if (closing.indexOf(query.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String closing(char mark) {
    for (String pair : PAIRS) {
      if (pair.charAt(0) == mark) {
        return pair.substring(1);
      }
    }
    return "";
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
