package org.vigie.pipeline.erase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.markup.BareText;

/**
 * Tells which answers hold the text of one of some adverts, or a good piece of it: {@value
 * #SURELY_FOUND} letters and digits in a row, or a text as a whole that has fewer.
 */
final class TextSearch {
  /** Letters and digits of a piece: some five words, which others rarely use in that order. */
  private static final int PIECE = 24;

  /** A piece begins every so many letters; so most of a text isn't kept. */
  private static final int STEP = 8;

  /** Whatever is as long as this holds a whole piece. */
  static final int SURELY_FOUND = PIECE + STEP - 1;

  /** A shorter title says too little to be one advert's. */
  private static final int SHORTEST_TITLE = 16;

  private static final int SHORTEST_BODY = 8;

  /** An odd number makes a hash of the last so many letters, as they pass by (Karp, Rabin 1987). */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private static final long OUT = power(PIECE);

  private final Set<Long> pieces = new HashSet<>();
  private final Set<String> wholes = new HashSet<>();

  /** Looks for an advert too. */
  void add(Advert advert) {
    add(BareText.of(advert.title()), SHORTEST_TITLE);
    add(BareText.of(advert.body()), SHORTEST_BODY);
  }

  private void add(String text, int shortest) {
    if (text.length() >= shortest && text.length() < SURELY_FOUND) {
      wholes.add(text);
    }
    for (int from = 0; from + PIECE <= text.length(); from += STEP) {
      pieces.add(hash(text, from));
    }
    if (text.length() >= SURELY_FOUND) {
      pieces.add(hash(text, text.length() - PIECE));
    }
  }

  /** Returns whether an answer holds some of it. */
  boolean isIn(byte[] answer, String contentType) {
    if (pieces.isEmpty() && wholes.isEmpty()) {
      return false;
    }
    List<String> texts = new ArrayList<>(BareText.ofAnswer(answer, contentType));
    return texts.stream()
        .anyMatch(text -> holdsPiece(text) || wholes.stream().anyMatch(text::contains));
  }

  private boolean holdsPiece(String text) {
    if (text.length() < PIECE) {
      return false;
    }
    long hash = hash(text, 0);
    for (int end = PIECE; end < text.length(); end++) {
      if (pieces.contains(hash)) {
        return true;
      }
      hash = hash * FACTOR + text.charAt(end) - text.charAt(end - PIECE) * OUT;
    }
    return pieces.contains(hash);
  }

  private static long hash(String text, int from) {
    long hash = 0;
    for (int i = from; i < from + PIECE; i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return hash;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }
}
