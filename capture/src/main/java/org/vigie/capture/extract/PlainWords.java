package org.vigie.capture.extract;

/** A text as its words alone: in lower case, with a single space before, between and after them. */
final class PlainWords {
  private final StringBuilder words = new StringBuilder(" ");

  static String of(String text) {
    PlainWords plain = new PlainWords();
    plain.add(text);
    return plain.toString();
  }

  /** Adds a text; it begins a new word. */
  void add(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(Character.toLowerCase(c));
        inWord = true;
      } else if (inWord) {
        words.append(' ');
        inWord = false;
      }
    }
    if (inWord) {
      words.append(' ');
    }
  }

  int length() {
    return words.length();
  }

  @Override
  public String toString() {
    return words.toString();
  }
}
