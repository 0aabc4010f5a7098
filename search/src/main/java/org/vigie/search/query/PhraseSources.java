package org.vigie.search.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;
import org.vigie.search.analysis.Fields;

/** Makes of phrases what finds them in an index, and passes over those that can't stand in it. */
final class PhraseSources {
  /** Words that a form may leave open between two of its own. */
  private static final int MOST_BETWEEN = 4;

  /** Words of an index that one word of a form may stand for: each is looked for in each advert. */
  static final int MOST_WORDS = 1_000;

  private final IndexReader reader;
  private final Map<Form.Step, Optional<IntervalsSource>> known = new HashMap<>();

  PhraseSources(IndexReader reader) {
    this.reader = reader;
  }

  /** Returns what finds a phrase; nothing if a word of it stands in no advert. */
  @Nullable IntervalsSource of(List<Form.Step> steps) throws IOException {
    IntervalsSource all = null;
    for (Form.Step step : steps) {
      IntervalsSource word = word(step).orElse(null);
      if (word == null) {
        return null;
      }
      if (all == null) {
        all = word;
      } else if (step.afterGap()) {
        all = Intervals.maxgaps(MOST_BETWEEN, Intervals.ordered(all, word));
      } else {
        all = Intervals.phrase(all, word);
      }
    }
    return all;
  }

  /** Forms have words in common: each is looked up once. */
  private Optional<IntervalsSource> word(Form.Step step) throws IOException {
    Form.Step bare = new Form.Step(step.text(), step.openStart(), step.openEnd(), false);
    Optional<IntervalsSource> source = known.get(bare);
    if (source == null) {
      source = source(words(bare));
      known.put(bare, source);
    }
    return source;
  }

  private static Optional<IntervalsSource> source(Set<BytesRef> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<IntervalsSource> any = words.stream().map(Intervals::term).toList();
    return Optional.of(
        any.size() == 1
            ? any.getFirst()
            : Intervals.or(false, any.toArray(IntervalsSource[]::new)));
  }

  /** Returns the words of the index that a word of a form stands for. */
  private Set<BytesRef> words(Form.Step step) throws IOException {
    BytesRef text = new BytesRef(step.text());
    List<CompiledAutomaton> automata =
        step.openStart() ? FormWords.of(Set.of(), Set.of(), Set.of(step)).automata() : List.of();
    CommonWords found = new CommonWords(MOST_WORDS);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.TEXT);
      if (terms == null) {
        continue;
      }
      for (CompiledAutomaton automaton : automata) {
        addAll(automaton.getTermsEnum(terms), found);
      }
      TermsEnum words = terms.iterator();
      if (!step.openStart() && step.openEnd()) {
        addBeginning(words, text, found);
      } else if (!step.openStart() && words.seekExact(text)) {
        found.add(text, words.docFreq());
      }
    }
    return found.all().keySet();
  }

  private static void addAll(TermsEnum words, CommonWords found) throws IOException {
    for (BytesRef word = words.next(); word != null; word = words.next()) {
      found.add(word, words.docFreq());
    }
  }

  private static void addBeginning(TermsEnum words, BytesRef stem, CommonWords found)
      throws IOException {
    if (words.seekCeil(stem) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (BytesRef word = words.term();
        word != null && StringHelper.startsWith(word, stem);
        word = words.next()) {
      found.add(word, words.docFreq());
    }
  }
}
