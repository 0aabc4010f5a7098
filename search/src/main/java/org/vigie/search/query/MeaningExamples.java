package org.vigie.search.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.meaning.ConceptWording;
import org.vigie.search.meaning.TakenFor;

/** Forms of a concept that show a reader what a word was taken for. */
final class MeaningExamples {
  private static final int MOST = 5;

  /** Languages of as many scripts as possible, so that a reader sees how far the search went. */
  private static final List<String> SHOWN =
      List.of("ru", "ar", "am", "zh", "fr", "en", "hi", "es", "el", "de", "tr");

  private MeaningExamples() {}

  /**
   * Returns what is told of a concept.
   *
   * @param typed as the index holds words; never an example
   */
  static TakenFor.Meaning of(String concept, List<ConceptWording> wordings, String typed) {
    Map<String, String> first = new HashMap<>();
    for (ConceptWording wording : wordings) {
      wording.patterns().stream()
          .filter(pattern -> pattern.indexOf(' ') < 0)
          .findFirst()
          .ifPresent(pattern -> first.put(wording.language(), pattern.replace("*", "")));
    }
    Set<String> examples = new LinkedHashSet<>();
    for (String language : SHOWN) {
      String example = first.getOrDefault(language, "");
      if (!example.isEmpty()
          && examples.size() < MOST
          && !typed.startsWith(TextAnalysis.fold(example))) {
        examples.add(example);
      }
    }
    long languages = wordings.stream().filter(wording -> !wording.patterns().isEmpty()).count();
    return new TakenFor.Meaning(concept, new ArrayList<>(examples), (int) languages);
  }
}
