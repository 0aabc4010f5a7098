package org.vigie.classifier.risk;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vigie.advert.Span;

/**
 * One thing a model may weigh in an advert.
 *
 * @param name what it is, such as {@code word:wire} or {@code indicator:RC-07}
 * @param value how much of it there is, above 0
 * @param spans where in the advert's text; empty if it comes from fields or structure
 */
public record Feature(String name, double value, List<Span> spans) {
  /** How the names begin of features that are lists of words by which somebody speaks. */
  static final String VOICE = "voice:";

  /** How the names of rows of the taxonomy begin. */
  static final String INDICATOR = "indicator:";

  /** Name of the feature that every advert has: its weight is the base rate. */
  public static final String BIAS = "bias";

  /** A shorter word says little by itself; in other scripts than these two letters may. */
  private static final Map<Character.UnicodeScript, Integer> TELLING_LETTERS =
      Map.of(
          Character.UnicodeScript.LATIN, 4,
          Character.UnicodeScript.CYRILLIC, 4,
          Character.UnicodeScript.GREEK, 4,
          Character.UnicodeScript.HAN, 1);

  /** A word, and none such as {@code <number>}, which stands for many. */
  private static final Pattern WORD = Pattern.compile("(?<![<\\p{L}])\\p{L}[\\p{L}\\p{M}]*+");

  public Feature {
    spans = List.copyOf(spans);
  }

  /** Returns whether it is of the words themselves, which only say something in their language. */
  public boolean isOfWords() {
    return isOfWords(name);
  }

  /** Returns whether it is a row of the taxonomy that may add risk. */
  boolean isIndicator() {
    return name.startsWith(INDICATOR);
  }

  /**
   * Returns whether a person can check it in the advert, and it says something: not the base rate,
   * letters within words, a layout or length, nor words as short as "of a".
   */
  static boolean canBeChecked(String name) {
    if (name.equals(BIAS) || name.startsWith("letters:") || name.startsWith("form:")) {
      return false;
    }
    return !isOfWords(name)
        || WORD.matcher(name.substring(name.lastIndexOf(':') + 1))
            .results()
            .map(MatchResult::group)
            .anyMatch(Feature::isTelling);
  }

  private static boolean isTelling(String word) {
    Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
    return word.codePointCount(0, word.length()) >= TELLING_LETTERS.getOrDefault(script, 2);
  }

  /** Returns whether it says in whose voice an advert speaks, by a list of words. */
  public boolean isOfVoice() {
    return name.startsWith(VOICE);
  }

  public static boolean isOfWords(String name) {
    return name.startsWith("word:")
        || name.startsWith("run:")
        || name.startsWith("part:")
        || name.startsWith("letters:");
  }
}
