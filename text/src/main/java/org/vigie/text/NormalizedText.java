package org.vigie.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Span;

/**
 * A text with typographic disguises undone, each position of which maps back to the original.
 *
 * <p>What is done: NFKC and case folding, invisible and bidi characters removed (all by Unicode's
 * NFKC_Casefold), decimal digits of every script and keycap, circled and styled digits to ASCII,
 * marks that are struck through letters or stand over digits removed, and letters that imitate
 * another script put back inside words that mix scripts (UTS #39), never in words of one script.
 * Takes time linear in the text, whatever is in it.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/">UAX #15</a>
 * @see <a href="https://www.unicode.org/reports/tr39/">UTS #39</a>
 */
public final class NormalizedText {
  private final String original;
  private final String folded;
  private final SourcePositions places;
  private final byte @Nullable [] traces;

  /**
   * @param traces one a position of the folded text, or more; null where there are none
   */
  NormalizedText(String original, String folded, SourcePositions places, byte @Nullable [] traces) {
    this.original = original;
    this.folded = folded;
    this.places = places;
    this.traces = traces;
  }

  /** Normalises any string; lone surrogates become U+FFFD. */
  public static NormalizedText of(String original) {
    FoldedBuffer buffer = new FoldedBuffer(original.length());
    new CharacterFolder(original, buffer).fold();
    MixedScripts.unmix(buffer);
    return buffer.toText(original);
  }

  /**
   * Returns the {@linkplain #folded() normalised text} of any string, which is quicker where nobody
   * asks what it was.
   */
  public static String fold(String original) {
    return isAscii(original) ? original.toLowerCase(Locale.ROOT) : of(original).folded();
  }

  /** Returns the text as it was. */
  public String original() {
    return original;
  }

  /** Returns the normalised text. */
  public String folded() {
    return folded;
  }

  /** Returns the number of UTF-16 positions of the normalised text. */
  public int length() {
    return folded.length();
  }

  /**
   * Returns where a stretch of the normalised text stood in the original.
   *
   * @param start first position in the normalised text
   * @param end position after the last, greater than {@code start}
   */
  public Span originalSpan(int start, int end) {
    if (start >= end) {
      throw new IllegalArgumentException(
          "a stretch needs start < end, but was [" + start + ", " + end + ")");
    }
    return new Span(places.start(start), places.end(end - 1));
  }

  /** Returns where a position of the normalised text began in the original. */
  public int originalStart(int position) {
    return places.start(position);
  }

  /**
   * Returns where a stretch of the normalised text ended in the original.
   *
   * @param end position after its last in the normalised text, above 0
   */
  public int originalEnd(int end) {
    return places.end(end - 1);
  }

  /** Returns the union of {@link Trace} bits in a stretch of the normalised text. */
  public int traces(int start, int end) {
    int union = Trace.NONE;
    byte[] all = traces;
    for (int i = start; all != null && i < end; i++) {
      union |= all[i];
    }
    return union;
  }

  /** Returns the {@link Trace} bits at one position of the normalised text. */
  public int trace(int position) {
    return traces == null ? Trace.NONE : traces[position];
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
