package org.vigie.classifier.sign;

/**
 * How much of a text concepts explain.
 *
 * @param language code of the language whose concepts explain most; empty if none does
 * @param letters how many letters that language's concepts explain
 * @param densest the most letters that one language's concepts explain of a stretch of {@value
 *     ExplainedLetters#STRETCH} words and marks
 * @param words how many words the text has
 */
public record Explained(String language, double letters, double densest, int words) {
  /** Nothing was looked for. */
  public static final Explained NOTHING = new Explained("", 0, 0, 0);
}
