package org.vigie.classifier.encoder;

import java.util.List;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * A stretch of text as an encoder may read it: without words, flags and tones of skin that stand
 * for nationality, ethnicity or orientation, and no longer than it will read.
 *
 * <p>They are left out, not exchanged for a sign, so that nothing tells how many there were.
 */
final class EncoderText {
  /** Few tokens have more letters. */
  private static final int LETTERS_A_TOKEN = 12;

  private EncoderText() {}

  static String of(String stretch, MaskedWords masked, int maxTokens) {
    String cut = stretch.substring(0, Math.min(stretch.length(), maxTokens * LETTERS_A_TOKEN));
    NormalizedText text = NormalizedText.of(cut);
    List<Word> words = Words.of(text);
    StringBuilder out = new StringBuilder(cut.length());
    MaskedWords.blanked(text, words, masked.in(words))
        .codePoints()
        .filter(code -> code != MaskedWords.BLANK && !isMark(code))
        .forEach(code -> append(out, code));
    return out.toString().strip();
  }

  private static void append(StringBuilder out, int code) {
    if (!Character.isWhitespace(code)) {
      out.appendCodePoint(code);
    } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  /** Returns whether it is part of a flag, a rainbow, or a tone of skin. */
  private static boolean isMark(int code) {
    return code >= 0x1F1E6 && code <= 0x1F1FF
        || code >= 0xE0020 && code <= 0xE007F
        || code >= 0x1F3FB && code <= 0x1F3FF
        || code == 0x1F3F3
        || code == 0x1F3F4
        || code == 0x1F308
        || code == 0x26A7;
  }
}
