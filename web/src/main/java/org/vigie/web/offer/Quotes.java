package org.vigie.web.offer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private final String text;
  private final BreakIterator sentences;

  Quotes(String text, String language) {
    this.text = text;
    this.sentences = BreakIterator.getSentenceInstance(Locale.of(language));
    sentences.setText(text);
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
    int start = sentences.isBoundary(at) ? at : Math.max(0, sentences.preceding(at));
    int last = Math.max(at, Math.min(span.end(), text.length()) - 1);
    int end = last >= text.length() ? text.length() : sentences.following(last);
    start = Math.max(start, text.lastIndexOf('\n', at) + 1);
    int line = text.indexOf('\n', last);
    end = line < 0 ? end : Math.min(end, line);
    int from = Math.max(start, at - LONGEST / 2);
    int to = Math.min(end, from + LONGEST);
    String part = text.substring(whole(from), Math.max(whole(from), whole(to))).strip();
    return Defanged.text(SafeText.line((from > start ? "… " : "") + part + (to < end ? " …" : "")));
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
