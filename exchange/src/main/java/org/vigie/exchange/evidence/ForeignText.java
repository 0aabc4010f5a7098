package org.vigie.exchange.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine made of a foreign advert for the reader of a report: never what the advert says.
 *
 * @param gloss words of the advert that are told, in order
 * @param translation of the advert; null if nobody was asked for one
 */
public record ForeignText(List<Word> gloss, @Nullable Translated translation) {
  /**
   * A word or some words of the advert.
   *
   * @param written as it stands there
   * @param romanised in ASCII letters; empty if it is in such letters
   * @param meanings in the reader's language
   */
  public record Word(String written, String romanised, List<String> meanings) {
    public Word {
      meanings = List.copyOf(meanings);
    }
  }

  /**
   * A translation by a machine.
   *
   * @param text plain text; empty if none came
   * @param by who made it
   * @param whole whether all of the advert was given to it
   */
  public record Translated(String text, String by, boolean whole) {}

  public ForeignText {
    gloss = List.copyOf(gloss);
  }

  /** Returns that nothing was made, as of an advert in the reader's own language. */
  public static ForeignText none() {
    return new ForeignText(List.of(), null);
  }
}
