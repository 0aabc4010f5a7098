package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.markup.BareText;
import org.vigie.text.map.LongIntMap;

/**
 * Tells which answers hold the text of one of some adverts, or a good piece of it: {@value
 * #SURELY_FOUND} letters and digits in a row, or a text as a whole that has fewer.
 */
final class TextSearch {
  /** Letters and digits of a piece: some five words, which others rarely use in that order. */
  private static final int PIECE = 24;

  /** A piece begins every so many letters: adverts whose time is up may be very many. */
  private static final int STEP = 16;

  /** Whatever is as long as this holds a whole piece. */
  static final int SURELY_FOUND = PIECE + STEP - 1;

  /** A shorter title says too little to be one advert's. */
  private static final int SHORTEST_TITLE = 16;

  private static final int SHORTEST_BODY = 8;

  /** An odd number makes a hash of the last so many letters, as they pass by (Karp, Rabin 1987). */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private static final long OUT = power(PIECE);

  /** Hash of a piece → whatever. */
  private final LongIntMap pieces = new LongIntMap();

  private final Set<String> wholes = new HashSet<>();
  private @Nullable Needles needles;
  private boolean isEmpty = true;

  /** Looks for an advert too. */
  void add(Advert advert) {
    add(BareText.of(advert.title()), SHORTEST_TITLE);
    add(BareText.of(advert.body()), SHORTEST_BODY);
  }

  private void add(String text, int shortest) {
    if (text.length() >= shortest && text.length() < SURELY_FOUND) {
      wholes.add(text);
      needles = null;
      isEmpty = false;
    }
    for (int from = 0; from + PIECE <= text.length(); from += STEP) {
      addPiece(text, from);
    }
    if (text.length() >= SURELY_FOUND) {
      addPiece(text, text.length() - PIECE);
    }
  }

  private void addPiece(String text, int from) {
    pieces.put(hash(text, from), 0);
    isEmpty = false;
  }

  /** Returns whether an answer holds some of it. */
  boolean isIn(byte[] answer, String contentType) {
    return !isEmpty
        && BareText.ofAnswer(answer, contentType).stream()
            .anyMatch(text -> holdsPiece(text) || holdsWhole(text));
  }

  private boolean holdsWhole(String text) {
    Needles wanted = needles == null ? new Needles(wholes) : needles;
    needles = wanted;
    return wanted.areIn(new String(text.getBytes(UTF_8), ISO_8859_1));
  }

  private boolean holdsPiece(String text) {
    if (text.length() < PIECE) {
      return false;
    }
    long hash = hash(text, 0);
    for (int end = PIECE; end < text.length(); end++) {
      if (isPiece(hash)) {
        return true;
      }
      hash = hash * FACTOR + text.charAt(end) - text.charAt(end - PIECE) * OUT;
    }
    return isPiece(hash);
  }

  private boolean isPiece(long hash) {
    return pieces.get(hash) != LongIntMap.ABSENT;
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
