package org.vigie.text;

import java.util.List;

/** What stands between the words of a text, and which of them are letters that stand alone. */
final class WordGaps {
  /** Widest gap between letters set apart: " . ". */
  static final int WIDEST = 3;

  private final NormalizedText text;
  private final String folded;
  private final List<Word> raw;

  /**
   * @param raw the words of {@code text}
   */
  WordGaps(NormalizedText text, List<Word> raw) {
    this.text = text;
    this.folded = text.folded();
    this.raw = raw;
  }

  /** Returns whether a word is one letter as written, though it be compared as two: "ß" is "ss". */
  boolean isSingle(int i) {
    Word word = raw.get(i);
    if (word.text().length() != 2) {
      return word.text().length() == 1;
    }
    int start = text.originalStart(word.start());
    return text.originalEnd(word.end()) - start == 1
        && Character.isLetter(text.original().charAt(start));
  }

  boolean isLetter(int i) {
    return Character.isLetter(raw.get(i).text().charAt(0));
  }

  int gap(int i) {
    return raw.get(i).start() - raw.get(i - 1).end();
  }

  /**
   * Returns whether the gap before a word is one between letters set apart: signs that are letters
   * themselves are none, but for the bar, which parts letters as well.
   */
  boolean isGap(int i) {
    if (gap(i) > WIDEST) {
      return false;
    }
    boolean other = false;
    for (int at = raw.get(i - 1).end(); at < raw.get(i).start(); at++) {
      if (folded.charAt(at) == '\n') {
        return false;
      }
      other |= folded.charAt(at) == '|' || !MeantLetters.isSign(folded.charAt(at));
    }
    return other;
  }

  boolean isBlank(int i) {
    for (int at = raw.get(i - 1).end(); at < raw.get(i).start(); at++) {
      if (folded.charAt(at) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Returns whether an apostrophe stands in the gap before a word, which may be a word's own. */
  boolean hasApostrophe(int i) {
    for (int at = raw.get(i - 1).end(); at < raw.get(i).start(); at++) {
      if (Words.isApostrophe(folded.charAt(at))) {
        return true;
      }
    }
    return false;
  }
}
