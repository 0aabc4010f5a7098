package org.vigie.search.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.search.meaning.TakenFor;
import org.vigie.search.meaning.WordMeanings;

/**
 * What the words of queries mean, read when the first query asks for it. Shared by threads and by
 * the indexes that are searched with it.
 */
public final class QueryLexicon {
  /** Knows no concept. */
  public static final QueryLexicon NONE = new QueryLexicon(() -> WordMeanings.NONE);

  /** Where a word is surely a form of one concept, a mere stem of it says nothing of another. */
  private static final float LEAST_OF_BEST = 0.5f;

  private final Supplier<WordMeanings> source;
  private @Nullable WordMeanings meanings;
  private @Nullable Read read;

  /**
   * @param source reads the concepts; asked once, when they are needed
   */
  public QueryLexicon(Supplier<WordMeanings> source) {
    this.source = source;
  }

  /**
   * A concept that a word may be a form of.
   *
   * @param forms the concept's
   * @param strength how surely the word is a form of it, in (0, 1]
   */
  record Sense(ConceptForms forms, float strength) {}

  /** All that is known once the source was read. */
  private record Read(
      WordMeanings meanings,
      SenseFinder finder,
      Map<String, List<Form>> byConcept,
      Map<String, Integer> meaningsOfForm,
      Map<String, ConceptForms> compiled) {
    static Read of(WordMeanings meanings) {
      Map<String, List<Form>> byConcept = new TreeMap<>();
      Map<String, Integer> meaningsOfForm = new HashMap<>();
      FoldedParts parts = new FoldedParts();
      meanings
          .concepts()
          .forEach((name, wordings) -> {
            List<Form> forms = new ArrayList<>();
            wordings.forEach(wording -> forms.addAll(Form.of(name, wording, parts)));
            Set<String> written = new HashSet<>();
            for (Form form : forms) {
              if (written.add(form.written())) {
                meaningsOfForm.merge(form.written(), 1, Integer::sum);
              }
            }
            byConcept.put(name, forms);
          });
      return new Read(
          meanings,
          new SenseFinder(byConcept.values()),
          byConcept,
          meaningsOfForm,
          new HashMap<>());
    }
  }

  private synchronized Read read() {
    if (read == null) {
      read = Read.of(meanings());
    }
    return read;
  }

  /** Names are known long before forms are. */
  private synchronized WordMeanings meanings() {
    if (meanings == null) {
      meanings = source.get();
    }
    return meanings;
  }

  /** Returns the names of all concepts. */
  public Set<String> concepts() {
    return meanings().concepts().keySet();
  }

  /** Returns the names of all signs: name → ids of the indicators that stand for it. */
  public Map<String, List<String>> signs() {
    return meanings().signs();
  }

  /** Returns the ids of all indicators that stand for a sign; none if none are known. */
  public List<String> indicators() {
    return signs().values().stream().flatMap(List::stream).distinct().toList();
  }

  /** Returns the ids of the indicators whose adverts no index holds. */
  public Set<String> quarantined() {
    return meanings().quarantined();
  }

  /** Returns the forms of a concept; nothing if there is none of that name. */
  Optional<ConceptForms> forms(String concept) {
    Read known = read();
    List<Form> forms = known.byConcept().get(concept);
    if (forms == null) {
      return Optional.empty();
    }
    synchronized (known.compiled()) {
      return Optional.of(
          known
              .compiled()
              .computeIfAbsent(
                  concept, name -> new ConceptForms(name, forms, known.meaningsOfForm())));
    }
  }

  /**
   * Returns the concepts that some words in a row are a form of, the likeliest first.
   *
   * @param words as the index holds them
   * @param language ISO 639-1 code of the language that they are in, or empty; if it has no such
   *     form, all languages are looked at
   */
  List<Sense> senses(List<String> words, String language) {
    Map<String, Float> found = new LinkedHashMap<>();
    if (!language.isEmpty()) {
      found.putAll(read().finder().find(words, language));
    }
    if (found.isEmpty()) {
      found.putAll(read().finder().find(words, ""));
    }
    List<Sense> senses = new ArrayList<>();
    found.forEach(
        (name, strength) -> forms(name).ifPresent(forms -> senses.add(new Sense(forms, strength))));
    senses.sort((a, b) -> Float.compare(b.strength(), a.strength()));
    return senses.stream()
        .filter(sense -> sense.strength() >= LEAST_OF_BEST * senses.getFirst().strength())
        .toList();
  }

  /** Returns what an answer tells of a concept. */
  TakenFor.Meaning told(String concept, String typed) {
    return MeaningExamples.of(
        concept, read().meanings().concepts().getOrDefault(concept, List.of()), typed);
  }

  /** Returns the names that are most like one that is none, the likest first. */
  List<String> near(String name) {
    Set<String> all = new TreeSet<>(concepts());
    all.addAll(signs().keySet());
    return NearNames.of(name, all);
  }
}
