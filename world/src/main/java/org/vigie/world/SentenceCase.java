package org.vigie.world;

/** A run of text that starts with a capital letter where its script has them. */
final class SentenceCase {
  private SentenceCase() {}

  /** Returns the text with a capital at its start and after each full stop or question mark. */
  static String capitalize(String text) {
    StringBuilder result = new StringBuilder(text.length());
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(start ? Character.toUpperCase(c) : c);
      boolean ended = c == ' ' && i > 0 && ".?!".indexOf(text.charAt(i - 1)) >= 0;
      start = ended || (start && !Character.isLetterOrDigit(c));
    }
    return result.toString();
  }
}
