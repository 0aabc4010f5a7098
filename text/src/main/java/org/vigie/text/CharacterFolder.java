package org.vigie.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/** Folds a text piece by piece, each piece independent of its neighbours. */
final class CharacterFolder {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  /**
   * Longest piece in code points. Text in the Stream-Safe Format (UAX #15, section 13) has at most
   * 30 marks in a row; without a bound, sorting a million marks would not be linear.
   */
  private static final int MAX_PIECE = 32;

  /**
   * What letters and punctuation of European texts fold to by themselves, as far as it was asked.
   */
  private static final @Nullable String[] SINGLE = new String[0x2100];

  private static final int ENCLOSING_KEYCAP = 0x20E3;
  private static final int DOT_ABOVE = 0x0307;

  /** Canonical combining class of what is struck through letters (UAX #44, table 15). */
  private static final int OVERLAY = 1;

  private static final char REPLACEMENT = '\uFFFD';

  private final String text;
  private final FoldedBuffer out;
  private boolean invisibleBefore;

  CharacterFolder(String text, FoldedBuffer out) {
    this.text = text;
    this.out = out;
  }

  void fold() {
    int position = 0;
    int length = text.length();
    while (position < length) {
      char c = text.charAt(position);
      if (c < 0x80 && (position + 1 == length || text.charAt(position + 1) < 0x80)) {
        emit(lower(c), position, position + 1, Trace.NONE);
        position++;
      } else {
        position = foldPiece(position);
      }
    }
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private int foldPiece(int start) {
    int first = text.codePointAt(start);
    int end = start + Character.charCount(first);
    if (first == ENCLOSING_KEYCAP) {
      out.extendLast(end, Trace.STYLED);
      return end;
    }
    if (isIgnorable(first)) {
      invisibleBefore |= !isVariationSelector(first);
      return end;
    }
    int pieces = 1;
    while (end < text.length() && pieces < MAX_PIECE) {
      int next = text.codePointAt(end);
      if (next < 0x80 || isIgnorable(next) || FOLD.hasBoundaryBefore(next)) {
        break;
      }
      end += Character.charCount(next);
      pieces++;
    }
    if (first < 0x80 && pieces == 1) {
      emit(lower((char) first), start, end, Trace.NONE);
    } else {
      emitPiece(start, end, first);
    }
    return end;
  }

  private void emitPiece(int start, int end, int first) {
    String styled = StyledSigns.plain(first);
    String folded = styled.isEmpty() ? folded(start, end, first) : styled;
    int i = 0;
    while (i < folded.length()) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      emitFolded(c, start, end, first);
    }
  }

  private String folded(int start, int end, int first) {
    if (end > start + 1 || first >= SINGLE.length) {
      return FOLD.normalize(text.substring(start, end));
    }
    String known = SINGLE[first];
    if (known == null) {
      known = FOLD.normalize(text.substring(start, end));
      SINGLE[first] = known;
    }
    return known;
  }

  private void emitFolded(int c, int start, int end, int first) {
    if (c == DOT_ABOVE) {
      return; // what case folding leaves of the Turkish capital İ
    }
    if (isNoise(c)) {
      out.extendLast(end, Trace.MARKED);
      return;
    }
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      char digit = (char) ('0' + Character.digit(c, 10));
      emit(digit, start, end, c == first ? nativeDigit(c) : Trace.STYLED);
    } else if (Character.isBmpCodePoint(c)) {
      char folded = Character.isSurrogate((char) c) ? REPLACEMENT : (char) c;
      boolean styled = folded < 0x80 && first >= 0x80 && Character.isLetterOrDigit(folded);
      emit(folded, start, end, styled ? Trace.STYLED : Trace.NONE);
    } else if (Lookalikes.latinOfSupplementary(c) != 0) {
      emit(Lookalikes.latinOfSupplementary(c), start, end, Trace.CONFUSABLE);
    } else {
      emit(Character.highSurrogate(c), start, end, Trace.NONE);
      emit(Character.lowSurrogate(c), start, end, Trace.NONE);
    }
  }

  /**
   * Returns whether a mark belongs to no spelling: one that encloses or strikes through what is
   * before it, or any over a digit.
   */
  private boolean isNoise(int c) {
    int type = Character.getType(c);
    if (type == Character.ENCLOSING_MARK) {
      return true;
    }
    return type == Character.NON_SPACING_MARK
        && (UCharacter.getCombiningClass(c) == OVERLAY || out.endsWithDigit());
  }

  private void emit(char c, int start, int end, int trace) {
    out.append(c, start, end, invisibleBefore ? trace | Trace.INVISIBLE : trace);
    invisibleBefore = false;
  }

  private static int nativeDigit(int c) {
    return c < 0x80 ? Trace.NONE : Trace.NATIVE_DIGIT;
  }

  /** Invisible characters are pieces of their own, so that each is seen to have stood there. */
  private static boolean isIgnorable(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private static boolean isVariationSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F;
  }
}
