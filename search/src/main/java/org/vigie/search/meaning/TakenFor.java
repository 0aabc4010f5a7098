package org.vigie.search.meaning;

import java.util.List;

/**
 * What a search in other languages took some words of its query for.
 *
 * @param typed the words as they stand in the query
 * @param meanings the concepts that they may be forms of, the likeliest first; empty if they were
 *     searched as they are
 */
public record TakenFor(String typed, List<Meaning> meanings) {
  public TakenFor {
    meanings = List.copyOf(meanings);
  }

  /**
   * One concept.
   *
   * @param concept its name, such as {@code id-document}
   * @param examples some of its forms in other languages
   * @param languages how many languages have forms of it
   */
  public record Meaning(String concept, List<String> examples, int languages) {
    public Meaning {
      examples = List.copyOf(examples);
    }
  }
}
