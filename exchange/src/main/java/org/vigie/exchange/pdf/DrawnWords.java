package org.vigie.exchange.pdf;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a document that are drawn. In a paragraph one character of private use stands for
 * each, so that it is measured, parted into lines and put into its place as any letter is.
 */
final class DrawnWords {
  /** Where the two planes of private use begin: no text of others comes in with one of theirs. */
  private static final int PLANE_15 = 0xF0000;

  private static final int PLANE_16 = 0x100000;

  /** The last two of a plane are no characters. */
  private static final int IN_A_PLANE = 0xFFFE;

  /** Nothing that is one word is longer, but what somebody wrote without end may be. */
  private static final int LONGEST = 100;

  private final DrawnScripts scripts;
  private final List<DrawnWord> words = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  DrawnWords(DrawnScripts scripts) {
    this.scripts = scripts;
  }

  /** Returns the font that draws a character. */
  Optional<DrawnFont> fontOf(int character) {
    return scripts.of(character);
  }

  /** Returns the word that a character stands for. */
  Optional<DrawnWord> find(int character) {
    return isWord(character) ? Optional.of(words.get(number(character))) : Optional.empty();
  }

  boolean isWord(int character) {
    return character >= PLANE_15 && number(character) < words.size();
  }

  private static int number(int character) {
    return character < PLANE_16 ? character - PLANE_15 : IN_A_PLANE + character - PLANE_16;
  }

  private static int character(int number) {
    return number < IN_A_PLANE ? PLANE_15 + number : PLANE_16 + number - IN_A_PLANE;
  }

  /**
   * Returns the characters that stand for a stretch, one for each part that stays on one line;
   * nothing if the document may have too many already.
   */
  Optional<String> of(String stretch, DrawnFont font) {
    if (words.size() + stretch.length() > 2 * IN_A_PLANE) {
      return Optional.empty();
    }
    StringBuilder standing = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(stretch);
    for (int from = 0; from < stretch.length(); ) {
      int to = Math.min(breaks.following(from), from + LONGEST);
      if (to < stretch.length() && Character.isLowSurrogate(stretch.charAt(to))) {
        to++;
      }
      standing.appendCodePoint(place(stretch.substring(from, to), font));
      from = to;
    }
    return Optional.of(standing.toString());
  }

  private int place(String word, DrawnFont font) {
    return places.computeIfAbsent(
        word,
        one -> {
          words.add(font.draw(one));
          return character(words.size() - 1);
        });
  }
}
