package org.vigie.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.vigie.search.analysis.Fields;

/**
 * The forms of a concept that stand in an index.
 *
 * @param words those of one word
 * @param phrases those of several words, each of which stands in the index
 */
record FoundForms(List<Word> words, List<Phrase> phrases) {
  /** More than all forms of a concept make in texts of all languages. */
  static final int MOST_WORDS = 10_000;

  FoundForms {
    words = List.copyOf(words);
    phrases = List.copyOf(phrases);
  }

  /**
   * A word of the index.
   *
   * @param weight in (0, 1]: what it has for the concept, less if many adverts hold it
   * @param languages of the adverts in which it counts; none if it counts in all
   */
  record Word(BytesRef bytes, float weight, Set<String> languages) {
    Word {
      languages = Set.copyOf(languages);
    }
  }

  /**
   * Words in a row.
   *
   * @param weight in (0, 1]: what they have for the concept
   */
  record Phrase(IntervalsSource source, float weight) {}

  static FoundForms in(IndexReader reader, ConceptForms forms) throws IOException {
    List<Word> words = new ArrayList<>();
    double all = 1 + Math.log1p(reader.maxDoc());
    for (Map.Entry<BytesRef, Integer> word : adverts(reader, forms).entrySet()) {
      double rarity = 1 - Math.log1p(word.getValue()) / all;
      float weight = (float) (forms.weight(word.getKey()) * rarity);
      words.add(new Word(word.getKey(), weight, forms.languages(word.getKey())));
    }
    PhraseSources sources = new PhraseSources(reader);
    List<Phrase> phrases = new ArrayList<>();
    for (ConceptForms.Phrase phrase : forms.phrases()) {
      IntervalsSource source = sources.of(phrase.steps());
      if (source != null) {
        phrases.add(new Phrase(source, phrase.weight()));
      }
    }
    return new FoundForms(words, phrases);
  }

  /** Returns the words of the index that are forms, with the number of adverts that hold them. */
  private static Map<BytesRef, Integer> adverts(IndexReader reader, ConceptForms forms)
      throws IOException {
    CommonWords found = new CommonWords(MOST_WORDS);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.TEXT);
      if (terms == null) {
        continue;
      }
      for (CompiledAutomaton automaton : forms.words()) {
        TermsEnum words = automaton.getTermsEnum(terms);
        for (BytesRef word = words.next(); word != null; word = words.next()) {
          found.add(word, words.docFreq());
        }
      }
    }
    return found.all();
  }
}
