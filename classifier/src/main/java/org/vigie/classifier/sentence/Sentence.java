package org.vigie.classifier.sentence;

import java.util.BitSet;
import java.util.List;
import org.vigie.advert.Span;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * An invented sentence in which a phrase of a lexicon stands.
 *
 * @param language ISO 639-1 code
 * @param stance what it does with the phrase
 * @param template what it was made of
 * @param text the sentence
 * @param phrase where the phrase stands in {@code text}
 */
public record Sentence(String language, Stance stance, String template, String text, Span phrase) {
  /** Returns whether the sentence says what the phrase says. */
  public boolean isSaid() {
    return stance == Stance.SAID;
  }

  public Mention mention() {
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);
    int first = -1;
    int last = -1;
    for (int i = 0; i < words.size(); i++) {
      if (normalized.originalSpan(words.get(i).start(), words.get(i).end()).overlaps(phrase)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      throw new IllegalStateException("the template '" + template + "' needs a phrase of words");
    }
    return new Mention(normalized, words, new BitSet(), first, last);
  }
}
