package org.vigie.search.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words beside a run of letters that a sign joins, at the same position, so that each is
 * found: {@code employeur} beside {@code l'employeur}, {@code passport} beside {@code fee.passport}
 * and {@code keep_your_passport}, which UAX #29 takes for one word.
 */
final class JoinedWords extends TokenFilter {
  /** A letter by itself, as in {@code l'employeur} or {@code U.S.}, is no word to ask for. */
  private static final int SHORTEST = 2;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Deque<Part> waiting = new ArrayDeque<>();
  private @Nullable State whole;

  JoinedWords(TokenStream words) {
    super(words);
  }

  private record Part(String word, int start, int end) {}

  @Override
  public boolean incrementToken() throws IOException {
    if (waiting.isEmpty()) {
      boolean more = input.incrementToken();
      whole = more && part() ? captureState() : null;
      return more;
    }
    Part part = waiting.remove();
    restoreState(whole);
    term.setEmpty().append(part.word());
    place.setOffset(part.start(), part.end());
    step.setPositionIncrement(0);
    return true;
  }

  /** Parts the run that comes next; returns whether any sign stands in it. */
  private boolean part() {
    int start = 0;
    for (int at = 0, size; at < term.length(); at += size) {
      int c = Character.codePointAt(term.buffer(), at, term.length());
      size = Character.charCount(c);
      if (!isOfWord(c)) {
        add(start, at);
        start = at + size;
      }
    }
    if (start > 0) {
      add(start, term.length());
    }
    return !waiting.isEmpty();
  }

  private void add(int start, int end) {
    if (end - start >= SHORTEST && Character.isLetter(Character.codePointAt(term, start))) {
      int first = place.startOffset();
      waiting.add(new Part(term.subSequence(start, end).toString(), first + start, first + end));
    }
  }

  private static boolean isOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
    whole = null;
  }
}
