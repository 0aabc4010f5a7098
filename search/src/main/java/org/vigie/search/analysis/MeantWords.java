package org.vigie.search.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Span;
import org.vigie.text.Deobfuscation;
import org.vigie.text.KnownWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Trace;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Puts the word that is meant beside one that was written past machines, at the same position, so
 * that either is found: {@code passport} beside {@code p4ssp0rt}, or beside the first letter of
 * {@code p a s s p o r t}.
 */
final class MeantWords extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Deque<Meant> waiting = new ArrayDeque<>();
  private List<Meant> ofText = List.of();
  private int lastStart;

  /** The written word, while the one that is meant goes before it. */
  private @Nullable State written;

  MeantWords(TokenStream words) {
    super(words);
  }

  private record Meant(String word, Span span) {}

  /** Says which text's words come next. */
  void read(String text) {
    NormalizedText read = NormalizedText.of(text);
    List<Word> words = Words.of(read);
    List<Meant> meant = new ArrayList<>();
    Deobfuscation.of(read, words, KnownWords.NONE)
        .ifPresent(undone -> {
          for (int i = 0; i < undone.words().size(); i++) {
            Word word = undone.words().get(i);
            if (undone.traces(i) != Trace.NONE) {
              meant.add(new Meant(word.text(), read.originalSpan(word.start(), word.end())));
            }
          }
        });
    ofText = meant;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (written != null) {
      restoreState(written);
      written = null;
      step.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    while (!waiting.isEmpty() && waiting.peek().span().end() <= place.startOffset()) {
      waiting.remove();
    }
    if (!waiting.isEmpty() && waiting.peek().span().start() < place.endOffset()) {
      putBefore(waiting.remove());
    }
    lastStart = place.startOffset();
    return true;
  }

  private void putBefore(Meant meant) {
    if (!term.toString().equals(meant.word())) {
      int start = Math.max(lastStart, Math.min(meant.span().start(), place.startOffset()));
      written = captureState();
      term.setEmpty().append(meant.word());
      place.setOffset(start, Math.max(start, meant.span().end()));
    }
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
    waiting.addAll(ofText);
    lastStart = 0;
    written = null;
  }
}
