package org.vigie.classifier.sign;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Genre;

/**
 * What a text says.
 *
 * @param signs the rows it speaks of, by their ids, one each
 * @param nearest the likeliest sign that is not believed, where none is; null if nothing comes near
 * @param genre what kind of text it is
 * @param genreProbability how probable that kind is, in (0, 1)
 * @param language code of the language whose concepts explain most of it; empty if none does
 * @param letters how many letters that language's concepts explain
 * @param words how many words it has
 * @param concepts what stands in it, in order of appearance
 */
public record SignReading(
    List<Sign> signs,
    @Nullable Sign nearest,
    Genre genre,
    double genreProbability,
    String language,
    double letters,
    int words,
    List<Concept> concepts) {
  public SignReading {
    signs = List.copyOf(signs);
    concepts = List.copyOf(concepts);
  }

  /**
   * A concept where it stands.
   *
   * @param name such as {@code id-document}
   * @param span in the original text
   * @param sentence number of its sentence
   */
  public record Concept(String name, org.vigie.advert.Span span, int sentence) {}

  /** Returns the reading of a text in which nothing was looked for. */
  public static SignReading none() {
    return new SignReading(List.of(), null, Genre.OTHER, 0.5, "", 0, 0, List.of());
  }

  /** Returns the same of a text in no language that has concepts: what they find is chance. */
  public SignReading ofNothing() {
    return new SignReading(List.of(), null, Genre.OTHER, 0.5, language, letters, words, List.of());
  }

  /** Returns the same without some signs. */
  public SignReading without(Predicate<Sign> left) {
    return new SignReading(
        signs.stream().filter(Predicate.not(left)).toList(),
        nearest,
        genre,
        genreProbability,
        language,
        letters,
        words,
        concepts);
  }

  /** Returns the signs that the text says. */
  public List<Sign> said() {
    return signs.stream().filter(sign -> sign.polarity() == Polarity.SAID).toList();
  }
}
