package org.vigie.pipeline.together;

import java.util.HashSet;
import java.util.Set;

/**
 * How a text is set, whatever it says: its runs of letters, digits, signs and line ends.
 *
 * <p>Every run of small letters becomes one {@code a}, a capital {@code A} and several {@code AA},
 * a number {@code 0}; of what is left, each two to five neighbouring characters with a sign among
 * them are a habit. So a space before a full stop, three exclamation marks, a kind of bullet or
 * dash are habits, and no word is one: words tell of the work or the place. These are the features
 * of punctuation and layout that studies of authorship find to hold across topics (Sapkota et al.
 * 2015, NAACL).
 *
 * @see <a href="https://doi.org/10.3115/v1/N15-1010">Sapkota et al. (2015)</a>
 */
final class WritingHabits {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private WritingHabits() {}

  /** Returns the habits that a text shows, each once. Linear in the length of the text. */
  static Set<String> of(String text) {
    String shape = shape(text);
    Set<String> habits = new HashSet<>();
    for (int from = 0; from < shape.length(); from++) {
      boolean hasSign = false;
      for (int to = from + 1; to <= shape.length() && to - from <= LONGEST; to++) {
        hasSign |= isSign(shape.charAt(to - 1));
        if (hasSign && to - from >= SHORTEST) {
          habits.add(shape.substring(from, to));
        }
      }
    }
    return habits;
  }

  private static boolean isSign(char c) {
    return c != 'a' && c != 'A' && c != '0' && c != ' ';
  }

  private static String shape(String text) {
    StringBuilder shape = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      add(character, shape);
    }
    return shape.toString();
  }

  private static void add(int character, StringBuilder shape) {
    if (Character.isDigit(character)) {
      addUnless(shape, "0", '0');
    } else if (Character.isUpperCase(character)) {
      addUnless(shape, "AA", 'A');
    } else if (Character.isLetter(character)) {
      addUnless(shape, "a", 'a');
    } else if (character == '\n') {
      shape.append('\n');
    } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
      addUnless(shape, " ", ' ');
    } else {
      shape.appendCodePoint(character);
    }
  }

  /** Adds a character unless what stands at the end is a whole run of it already. */
  private static void addUnless(StringBuilder shape, String run, char character) {
    int from = shape.length() - run.length();
    if (from < 0 || shape.indexOf(run, from) != from) {
      shape.append(character);
    }
  }
}
