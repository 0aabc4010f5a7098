package org.vigie.training.sign;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many sentences categorisers learn signs from, by language and author. */
public final class SignCorpusCount {
  private SignCorpusCount() {}

  /** Returns the authors of the sentences that Vigie brings along, in the order of writing. */
  public static List<String> authors() {
    return SignCorpus.AUTHORS;
  }

  /**
   * Counts the sentences that Vigie brings along.
   *
   * @param languages codes of the languages to count
   * @return language → author → number of sentences; without the authors that wrote none
   */
  public static SortedMap<String, SortedMap<String, Integer>> of(List<String> languages)
      throws IOException {
    SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
    for (String language : languages) {
      counts.put(language, new TreeMap<>());
    }
    for (String author : authors()) {
      for (SignLine line : SignCorpus.of(author, languages)) {
        counts
            .computeIfAbsent(line.language(), language -> new TreeMap<>())
            .merge(author, 1, Integer::sum);
      }
    }
    return counts;
  }
}
