package org.vigie.casework.meaning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.NormalizedText;
import org.vigie.text.Romanised;
import org.vigie.text.Words;
import org.vigie.text.safe.SafeText;

/**
 * Glosses of adverts: the concepts that a machine meets in a foreign text, in order. They are made
 * when somebody looks at an advert and kept nowhere, so that no search takes them for what it says.
 */
public final class Glosses {
  /** More than a person reads of a text that they don't understand. */
  private static final Logger LOG = LoggerFactory.getLogger(Glosses.class);

  private static final int MOST = 200;

  /**
   * More letters of one form nobody reads, and romanising takes time that grows with the square.
   */
  private static final int LONGEST = 120;

  private final Path models;
  private @Nullable SignReader concepts;

  /**
   * @param models the folder with the word forms, read when the first gloss is asked for
   */
  public Glosses(Path models) {
    this.models = models;
  }

  /** Returns the gloss of an advert; empty if it is in the reader's own language. */
  public List<GlossWord> of(AssessedAdvert advert, Locale reader) {
    String language = advert.language();
    if (language.equals(reader.getLanguage())) {
      return List.of();
    }
    try {
      return of(advert.advert().text(), language, ConceptLabels.in(reader));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      LOG.warn("no gloss is shown, since the concepts can't be read", e);
      return List.of();
    }
  }

  private List<GlossWord> of(String text, String language, ConceptLabels labels) {
    NormalizedText read = NormalizedText.of(text);
    SignReading reading = concepts().read(read, Words.of(read), List.of(language), new BitSet());
    Map<Integer, Map<Integer, Set<String>>> met = new TreeMap<>();
    for (SignReading.Concept concept : reading.concepts()) {
      Span span = concept.span();
      met.computeIfAbsent(span.start(), start -> new TreeMap<>())
          .computeIfAbsent(span.end(), end -> new LinkedHashSet<>())
          .add(labels.of(concept.name()));
    }
    List<GlossWord> gloss = new ArrayList<>();
    met.forEach((start, ends) ->
        ends.forEach((end, meanings) -> {
          String written = gloss.size() < MOST ? SafeText.line(cut(text, start, end)) : "";
          if (!written.isBlank()) {
            gloss.add(new GlossWord(written, Romanised.of(written), List.copyOf(meanings)));
          }
        }));
    return gloss;
  }

  private synchronized SignReader concepts() {
    if (concepts == null) {
      try {
        concepts = SignReader.ofConcepts(models);
      } catch (IOException e) {
        throw new UncheckedIOException("the concepts in " + models + " must be readable", e);
      }
    }
    return concepts;
  }

  private static String cut(String text, int start, int end) {
    int all = Math.min(end, text.length());
    int last = Math.min(all, start + LONGEST);
    if (last < all && Character.isHighSurrogate(text.charAt(last - 1))) {
      last--;
    }
    return text.substring(start, last) + (last < all ? "…" : "");
  }
}
