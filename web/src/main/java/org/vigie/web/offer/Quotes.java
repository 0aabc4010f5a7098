package org.vigie.web.offer;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Span;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/** Sentences of a text, as they are shown: on one line, with no address that a browser opens. */
final class Quotes {
  /** Sentences of Thai have no full stop, and some people write none. */
  private static final int LONGEST = 240;

  /** Enough to see what is meant. */
  private static final int MOST = 3;

  /** Places that are looked at: in a sentence without an end each costs as much as the text. */
  private static final int MOST_TRIED = 20;

  /** Marks that end a sentence where a blank follows. */
  private static final String MARKS = ".!?…؟۔।॥։።፧፨။。！？｡";

  /** Marks that end one where none follows. */
  private static final String WIDE_MARKS = "。！？｡";

  /** Blanks and closing signs between a sentence's mark and the next sentence. */
  private static final int MOST_CLOSERS = 8;

  private final String text;

  Quotes(String text) {
    this.text = text;
  }

  /** Returns the sentences that spans stand in, each once, at most three. */
  List<String> of(List<Span> spans) {
    List<String> found = new ArrayList<>();
    for (Span span : spans.subList(0, Math.min(spans.size(), MOST_TRIED))) {
      String sentence = around(span);
      if (!sentence.isBlank() && !found.contains(sentence) && found.size() < MOST) {
        found.add(sentence);
      }
    }
    return found;
  }

  private String around(Span span) {
    int at = Math.min(span.start(), Math.max(0, text.length() - 1));
    int last = Math.max(at, Math.min(span.end(), text.length()) - 1);
    int start = at;
    while (start > 0 && !isEnd(start)) {
      start--;
    }
    int end = Math.min(last + 1, text.length());
    while (end < text.length() && !isEnd(end)) {
      end++;
    }
    int from = Math.max(start, at - LONGEST / 2);
    int to = Math.min(end, from + LONGEST);
    String part = text.substring(whole(from), Math.max(whole(from), whole(to))).strip();
    return Defanged.text(SafeText.line((from > start ? "… " : "") + part + (to < end ? " …" : "")));
  }

  /**
   * Returns whether a sentence ends before a place: at the end of its line, or at a mark after
   * which no small letter follows, as after an abbreviation.
   */
  private boolean isEnd(int at) {
    char before = text.charAt(at - 1);
    if (text.charAt(at) == '\n' || before == '\n') {
      return true;
    }
    if (WIDE_MARKS.indexOf(before) >= 0) {
      return MARKS.indexOf(text.charAt(at)) < 0;
    }
    if (!Character.isWhitespace(before) || Character.isWhitespace(text.charAt(at))) {
      return false;
    }
    int mark = at - 1;
    while (mark > 0
        && at - mark < MOST_CLOSERS
        && (Character.isWhitespace(text.charAt(mark)) || isCloser(mark))) {
      mark--;
    }
    return MARKS.indexOf(text.charAt(mark)) >= 0 && !Character.isLowerCase(text.codePointAt(at));
  }

  private boolean isCloser(int at) {
    return ")]\"'»”’".indexOf(text.charAt(at)) >= 0;
  }

  /** Returns a position that parts no surrogate pair. */
  private int whole(int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return within ? at - 1 : at;
  }
}
