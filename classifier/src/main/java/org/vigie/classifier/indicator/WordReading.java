package org.vigie.classifier.indicator;

import java.util.List;
import org.vigie.text.Deobfuscation;
import org.vigie.text.NormalizedText;
import org.vigie.text.Trace;
import org.vigie.text.Word;

/** A way to read the words of a text, with the phrases that stand in them. */
sealed interface WordReading {
  /** Returns the words as they are read. */
  List<Word> words();

  /** Returns where phrases stand in {@link #words}, ends in ascending order. */
  List<PhraseAutomaton.Hit> hits();

  /** Returns the index of a word's beginning among the words as they stand in the text. */
  int rawIndex(int word);

  /** Returns what had to be undone to read a phrase, as {@link Trace} bits. */
  int traces(NormalizedText text, PhraseAutomaton.Hit hit);

  /** The words as they stand. */
  record Plain(List<Word> words, List<PhraseAutomaton.Hit> hits) implements WordReading {
    @Override
    public int rawIndex(int word) {
      return word;
    }

    @Override
    public int traces(NormalizedText text, PhraseAutomaton.Hit hit) {
      return text.traces(words.get(hit.firstWord()).start(), words.get(hit.lastWord()).end());
    }
  }

  /** The words with disguises undone, and phrases with such a word among theirs alone. */
  record Undone(Deobfuscation undone, List<PhraseAutomaton.Hit> hits) implements WordReading {
    @Override
    public List<Word> words() {
      return undone.words();
    }

    @Override
    public int rawIndex(int word) {
      return undone.rawIndex(word);
    }

    @Override
    public int traces(NormalizedText text, PhraseAutomaton.Hit hit) {
      int traces = new Plain(words(), hits).traces(text, hit);
      for (int i = hit.firstWord(); i <= hit.lastWord(); i++) {
        traces |= undone.traces(i);
      }
      return traces;
    }
  }
}
