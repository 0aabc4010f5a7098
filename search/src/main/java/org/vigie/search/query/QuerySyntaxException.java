package org.vigie.search.query;

/** Says where a query can't be understood, what was expected there, what was found. */
public final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Enough to recognise the place; a query may be thousands of characters long. */
  private static final int MAX_QUOTED = 24;

  public QuerySyntaxException(String message) {
    super(message);
  }

  /**
   * Returns the error of a place in a query.
   *
   * @param index of the character, from 0
   * @param expected what may stand there
   * @param found what stands there, in words or {@link #quoted}
   */
  public static QuerySyntaxException at(int index, String expected, String found) {
    return new QuerySyntaxException(
        "the query must have %s at character %d, but has %s".formatted(expected, index + 1, found));
  }

  /** Returns the beginning of a piece of a query, safe to print. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < Math.min(text.length(), MAX_QUOTED); i++) {
      char c = text.charAt(i);
      boolean visible = Character.isLetterOrDigit(c) || (c >= ' ' && c <= '~');
      quoted.append(visible ? c : '?');
    }
    return quoted.append(text.length() > MAX_QUOTED ? "…'" : "'").toString();
  }
}
