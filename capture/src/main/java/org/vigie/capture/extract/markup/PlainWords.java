package org.vigie.capture.extract.markup;

/** A text as its words alone: in lower case, with a single space before, between and after them. */
public final class PlainWords {
  private final StringBuilder words = new StringBuilder(" ");

  public static String of(String text) {
    PlainWords plain = new PlainWords();
    plain.add(text);
    return plain.toString();
  }

  /** Adds a text; it begins a new word. */
  public void add(String text) {
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

  public int length() {
    return words.length();
  }

  @Override
  public String toString() {
    return words.toString();
  }
}
