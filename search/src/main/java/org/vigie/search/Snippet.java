package org.vigie.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Span;

/**
 * The stretch of a text that shows best why it matched.
 *
 * @param text as it stands in the advert, without markup
 * @param matches spans of the matches in {@code text}
 */
public record Snippet(@JsonProperty("snippet") String text, List<Span> matches) {
  /** About three lines of a terminal. */
  static final int LENGTH = 200;

  /** How far a cut may move to stand between words. */
  private static final int SLACK = 20;

  /**
   * Returns the stretch with the most matches, the first of them if there are several; the
   * beginning if nothing matches.
   *
   * @param matches in reading order, none within another
   */
  public static Snippet of(String text, List<Span> matches) {
    Span window = window(text, best(matches));
    List<Span> inside = new ArrayList<>();
    for (Span match : matches) {
      if (match.overlaps(window)) {
        inside.add(
            new Span(
                Math.max(match.start(), window.start()) - window.start(),
                Math.min(match.end(), window.end()) - window.start()));
      }
    }
    return new Snippet(window.of(text), List.copyOf(inside));
  }

  /** Returns the span from the first to the last of the matches that fit in a snippet together. */
  private static Span best(List<Span> matches) {
    Span best = new Span(0, 0);
    int most = 0;
    int last = 0;
    for (int first = 0; first < matches.size(); first++) {
      int start = matches.get(first).start();
      last = Math.max(last, first);
      while (last + 1 < matches.size() && matches.get(last + 1).end() - start <= LENGTH) {
        last++;
      }
      if (last - first + 1 > most) {
        most = last - first + 1;
        best = new Span(start, matches.get(last).end());
      }
    }
    return best;
  }

  private static Span window(String text, Span core) {
    int room = Math.max(0, LENGTH - core.length());
    int start = Math.max(0, core.start() - room / 2);
    int end = Math.min(text.length(), start + LENGTH);
    start = Math.max(0, Math.min(start, end - LENGTH));
    return new Span(start(text, start, core.start()), end(text, end, core.end()));
  }

  /** Moves a cut to the beginning of the next word, if there is one before a limit. */
  private static int start(String text, int start, int limit) {
    if (start == 0) {
      return 0;
    }
    for (int i = start; i < Math.min(limit, start + SLACK); i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return betweenCharacters(text, start);
  }

  /** Moves a cut to the end of the word before, if there is one after a limit. */
  private static int end(String text, int end, int limit) {
    if (end == text.length()) {
      return end;
    }
    for (int i = end; i > Math.max(limit, end - SLACK); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return betweenCharacters(text, end);
  }

  private static int betweenCharacters(String text, int cut) {
    boolean within =
        Character.isLowSurrogate(text.charAt(cut))
            && Character.isHighSurrogate(text.charAt(cut - 1));
    return within ? cut - 1 : cut;
  }
}
