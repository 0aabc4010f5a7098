package org.vigie.classifier.sign;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Genre;
import org.vigie.advert.TextKind;

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

  /** Returns what kind of text it is, as an advert holds it. */
  public TextKind kind() {
    return new TextKind(genre, genreProbability);
  }

  /** Returns the signs that the text says. */
  public List<Sign> said() {
    return signs.stream().filter(sign -> sign.polarity() == Polarity.SAID).toList();
  }
}
