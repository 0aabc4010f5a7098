package org.vigie.capture.extract.markup;

/**
 * Text being put together, with runs of spaces and of line ends collapsed and its ends stripped.
 */
final class TidyText {
  private final StringBuilder text;

  /** Whether a space, or the end of a line, is due before what comes next. */
  private boolean space;

  private boolean line;

  /**
   * @param length about how long it will be, in characters
   */
  TidyText(int length) {
    text = new StringBuilder(length);
  }

  /** Returns a text whose line ends are meant as such. */
  static String of(String text) {
    TidyText tidy = new TidyText(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        tidy.endLine();
      } else {
        tidy.add(c);
      }
    }
    return tidy.toString();
  }

  /** Adds a character; a line end is a space, as it is in markup. */
  void add(char c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0') {
      space = true;
      return;
    }
    if (!text.isEmpty()) {
      if (line) {
        text.append('\n');
      } else if (space) {
        text.append(' ');
      }
    }
    line = false;
    space = false;
    text.append(c);
  }

  void endLine() {
    line = true;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
