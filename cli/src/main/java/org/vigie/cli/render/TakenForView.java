package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import org.vigie.search.meaning.TakenFor;
import org.vigie.text.safe.SafeText;

/** What the words of a search in other languages were taken for, as lines. */
public final class TakenForView {
  private TakenForView() {}

  /** Returns a line for each meaning of each word, and one for a word without any. */
  public static List<String> lines(List<TakenFor> words) {
    List<String> lines = new ArrayList<>();
    for (TakenFor word : words) {
      String typed = SafeText.line(word.typed());
      if (word.meanings().isEmpty()) {
        lines.add(typed + ": no form of a concept; searched as it is written");
      }
      for (TakenFor.Meaning meaning : word.meanings()) {
        lines.add(
            "%s → %s: %s, …, in %d languages"
                .formatted(
                    typed,
                    meaning.concept(),
                    SafeText.line(String.join(", ", meaning.examples())),
                    meaning.languages()));
      }
    }
    return lines;
  }
}
