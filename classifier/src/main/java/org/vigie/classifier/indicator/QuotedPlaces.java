package org.vigie.classifier.indicator;

import java.util.BitSet;
import java.util.List;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** The words of one text at which a sign counts as quoted, because the text warns of it. */
final class QuotedPlaces {
  /** A quotation mark that is never closed quotes no more than this, in characters. */
  private static final int LONGEST_QUOTATION = 300;

  private final BitSet quoted;

  private QuotedPlaces(BitSet quoted) {
    this.quoted = quoted;
  }

  /**
   * Marks the words of a text.
   *
   * @param cues places of the cues of a warning, each with the number of its phrase
   */
  static QuotedPlaces of(
      NormalizedText text, List<Word> words, List<PhraseAutomaton.Hit> cues, Warnings warnings) {
    BitSet quoted = new BitSet();
    if (cues.isEmpty()) {
      return new QuotedPlaces(quoted);
    }
    if (cues.stream().mapToInt(PhraseAutomaton.Hit::phrase).distinct().count()
        >= warnings.article()) {
      quoted.set(0, words.size());
      return new QuotedPlaces(quoted);
    }
    for (PhraseAutomaton.Hit cue : cues) {
      quoted.set(
          Math.max(0, cue.firstWord() - warnings.window()),
          Math.min(words.size(), cue.lastWord() + warnings.window() + 1));
    }
    markQuotations(text.folded(), words, quoted);
    return new QuotedPlaces(quoted);
  }

  boolean at(int word) {
    return quoted.get(word);
  }

  private static void markQuotations(String folded, List<Word> words, BitSet quoted) {
    int from = -1;
    int position = 0;
    for (int i = 0; i < words.size(); i++) {
      for (; position < words.get(i).start(); position++) {
        if (isQuotationMark(folded.charAt(position))) {
          from = from < 0 ? position : -1;
        }
      }
      if (from >= 0 && words.get(i).end() - from <= LONGEST_QUOTATION) {
        quoted.set(i);
      }
    }
  }

  private static boolean isQuotationMark(char c) {
    return switch (c) {
      case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2039', '\u203A' -> true;
      default -> false;
    };
  }
}
