package org.vigie.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * Automata that accept the words which are forms of a concept.
 *
 * @param automata one for words told by their beginnings, which passes over all others; one more
 *     for each script in which words are told by their ends or middles
 */
record FormWords(List<CompiledAutomaton> automata) {
  /** Far above what the forms of a concept need. */
  private static final int MOST_WORK = 1_000_000;

  FormWords {
    automata = List.copyOf(automata);
  }

  static FormWords of(
      Collection<String> whole, Collection<String> beginnings, Collection<Form.Step> others) {
    List<CompiledAutomaton> automata = new ArrayList<>();
    List<Automaton> told = new ArrayList<>();
    if (!whole.isEmpty()) {
      told.add(anyOf(whole));
    }
    if (!beginnings.isEmpty()) {
      told.add(Operations.concatenate(List.of(anyOf(beginnings), Automata.makeAnyString())));
    }
    if (!told.isEmpty()) {
      automata.add(compiled(Operations.union(told)));
    }
    Map<Letters, Set<String>> ends = new EnumMap<>(Letters.class);
    Map<Letters, Set<String>> middles = new EnumMap<>(Letters.class);
    for (Form.Step step : others) {
      Letters letters = Letters.of(step.text().codePointAt(0));
      (step.openEnd() ? middles : ends)
          .computeIfAbsent(letters, key -> new TreeSet<>())
          .add(step.text());
    }
    ends.forEach((letters, texts) ->
        automata.add(compiled(Operations.concatenate(List.of(letters.any(), anyOf(texts))))));
    // Whatever comes after any of them is one state, or there would be as many as sets of them.
    middles.forEach((letters, texts) ->
        automata.add(
            compiled(Operations.concatenate(List.of(letters.any(), anyOf(texts), letters.any())))));
    return new FormWords(automata);
  }

  private static Automaton anyOf(Collection<String> words) {
    List<BytesRef> sorted =
        new TreeSet<>(words.stream().map(BytesRef::new).toList()).stream().toList();
    return Automata.makeStringUnion(sorted);
  }

  private static CompiledAutomaton compiled(Automaton automaton) {
    return new CompiledAutomaton(Operations.determinize(automaton, MOST_WORK), false, true, false);
  }

  /** Letters beside which a form stands in one word, so that words of other scripts aren't read. */
  private enum Letters {
    ARABIC(0x0600, 0x08FF),
    ETHIOPIC(0x1200, 0x139F),
    THAI(0x0E00, 0x0E7F),
    HAN(0x3400, 0x9FFF),
    LATIN(0x0, 0x024F),
    ALL(0x0, Character.MAX_CODE_POINT);

    private final int first;
    private final int last;

    Letters(int first, int last) {
      this.first = first;
      this.last = last;
    }

    static Letters of(int letter) {
      for (Letters letters : values()) {
        if (letter >= letters.first && letter <= letters.last) {
          return letters;
        }
      }
      return ALL;
    }

    Automaton any() {
      return Operations.repeat(Automata.makeCharRange(first, last));
    }
  }
}
