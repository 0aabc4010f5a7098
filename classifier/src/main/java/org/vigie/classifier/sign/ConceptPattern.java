package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * One way to write a concept: a word, a beginning, end or part of one, or several in a row.
 *
 * <p>{@code stem*} is a word that begins so, {@code *stem} one that ends so, {@code *stem*} one
 * that holds it; {@code a b} are words beside each other, {@code a .. b} words with up to four
 * between.
 *
 * @param steps its words in order
 */
record ConceptPattern(List<Step> steps) {
  private static final String GAP = "..";

  /** Signs of regular expressions that a pattern has no use for; the first two after a letter. */
  private static final String FOREIGN = "+?[]|{}^\\";

  ConceptPattern {
    steps = List.copyOf(steps);
  }

  /**
   * One word of a pattern.
   *
   * @param letters as words are compared
   * @param openStart whether letters may stand before it in its word
   * @param openEnd whether letters may stand after it in its word
   * @param afterGap whether other words may stand before it
   */
  record Step(String letters, boolean openStart, boolean openEnd, boolean afterGap) {
    /** As a record's own, but without the methods that Java makes for it when it starts. */
    @Override
    public int hashCode() {
      return 8 * letters.hashCode() + (openStart ? 4 : 0) + (openEnd ? 2 : 0) + (afterGap ? 1 : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Step step
          && openStart == step.openStart
          && openEnd == step.openEnd
          && afterGap == step.afterGap
          && letters.equals(step.letters);
    }
  }

  /**
   * Reads a pattern.
   *
   * @param spaced whether blanks part words in its language; else it may stand anywhere
   * @throws IllegalArgumentException if it has no letters, or a sign of regular expressions
   */
  static ConceptPattern parse(String pattern, boolean spaced) {
    requireOwnSigns(pattern);
    List<Step> steps = new ArrayList<>();
    boolean gap = false;
    StringTokenizer parts = new StringTokenizer(pattern);
    while (parts.hasMoreTokens()) {
      String part = parts.nextToken();
      if (part.equals(GAP)) {
        gap = true;
        continue;
      }
      boolean openStart = part.startsWith("*");
      boolean openEnd = part.endsWith("*");
      List<String> words = words(part.replace("*", ""));
      for (int i = 0; i < words.size(); i++) {
        boolean anywhere = !spaced && !isLatin(words.get(i));
        steps.add(
            new Step(
                words.get(i),
                anywhere || (openStart && i == 0),
                anywhere || (openEnd && i == words.size() - 1),
                gap && i == 0));
      }
      gap = false;
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(
          "a pattern needs letters, digits or a picture, but '" + pattern + "' has none");
    }
    return new ConceptPattern(steps);
  }

  /**
   * Requires that a pattern is none of a regular expression, whose signs would be passed over.
   *
   * @throws IllegalArgumentException if it has such a sign
   */
  static void requireOwnSigns(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      int sign = FOREIGN.indexOf(pattern.charAt(i));
      if (sign > 1 || (sign >= 0 && i > 0 && Character.isLetter(pattern.charAt(i - 1)))) {
        throw new IllegalArgumentException(
            "a pattern has words, * before or after one and .. between two, but '%s' has %s, as regular expressions have"
                .formatted(pattern, FOREIGN.charAt(sign)));
      }
    }
  }

  /** Returns the words of a part; a picture such as an emoji is a word of its own. */
  private static List<String> words(String part) {
    if (isPlain(part)) {
      return List.of(part);
    }
    String folded = NormalizedText.fold(part);
    List<String> words = new ArrayList<>();
    Words.of(folded).forEach(word -> words.add(SignLetters.folded(word.text())));
    words.removeIf(String::isEmpty);
    if (words.isEmpty() && !folded.isBlank()) {
      String picture = Emoji.of(folded);
      if (!picture.isEmpty()) {
        words.add(picture);
      }
    }
    return words;
  }

  /** Most parts are of small letters of ASCII alone, and are compared as they are. */
  private static boolean isPlain(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) < 'a' || part.charAt(i) > 'z') {
        return false;
      }
    }
    return !part.isEmpty();
  }

  private static boolean isLatin(String word) {
    return word.charAt(0) < 0x250;
  }
}
