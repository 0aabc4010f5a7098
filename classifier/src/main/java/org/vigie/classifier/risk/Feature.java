package org.vigie.classifier.risk;

import java.util.List;
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
