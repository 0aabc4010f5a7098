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
 * @param explained how much of it concepts explain, and of which language
 * @param concepts what stands in it, in order of appearance
 */
public record SignReading(
    List<Sign> signs,
    @Nullable Sign nearest,
    Genre genre,
    double genreProbability,
    Explained explained,
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
    return new SignReading(List.of(), null, Genre.OTHER, 0.5, Explained.NOTHING, List.of());
  }

  /** Returns the same without some signs. */
  public SignReading without(Predicate<Sign> left) {
    return new SignReading(
        signs.stream().filter(Predicate.not(left)).toList(),
        nearest,
        genre,
        genreProbability,
        explained,
        concepts);
  }

  /** Returns the signs that the text says. */
  public List<Sign> said() {
    return signs.stream().filter(sign -> sign.polarity() == Polarity.SAID).toList();
  }
}
