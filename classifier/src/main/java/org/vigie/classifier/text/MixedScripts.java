package org.vigie.classifier.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;

/**
 * Puts letters back that imitate another script, inside words that mix scripts.
 *
 * <p>A word of one script is left alone, so that genuine Cyrillic or Greek stays what it is. The
 * pairs come from the confusables data of UTS #39 as ICU ships it.
 */
final class MixedScripts {
  private static final char FIRST = '\u0370';
  private static final char LAST = '\u052F';
  private static final char CYRILLIC = '\u0400';

  /** Greek or Cyrillic letter → the Latin letter it looks like, or 0. */
  private static final char[] TO_LATIN = new char[LAST - FIRST + 1];

  /** Latin letter → the Cyrillic letter it looks like, or 0. */
  private static final char[] TO_CYRILLIC = new char[128];

  static {
    SpoofChecker checker = new SpoofChecker.Builder().build();
    for (char c = LAST; c >= FIRST; c--) {
      if (Character.isLowerCase(c)) {
        String skeleton = checker.getSkeleton(String.valueOf(c));
        if (skeleton.length() == 1 && isLatin(skeleton.charAt(0))) {
          char latin = skeleton.charAt(0);
          TO_LATIN[c - FIRST] = latin;
          if (c >= CYRILLIC) {
            TO_CYRILLIC[latin] = c;
          }
        }
      }
    }
  }

  private MixedScripts() {}

  static void unmix(FoldedBuffer text) {
    int length = text.length();
    int position = 0;
    while (position < length) {
      int start = position;
      int latin = 0;
      int other = 0;
      while (position < length && Character.isLetter(text.charAt(position))) {
        char c = text.charAt(position);
        latin += isLatin(c) ? 1 : 0;
        other += isOther(c) ? 1 : 0;
        position++;
      }
      if (latin > 0 && other > 0) {
        replace(text, start, position, latin >= other ? TO_LATIN : TO_CYRILLIC);
      }
      position = Math.max(position, start + 1);
    }
  }

  private static void replace(FoldedBuffer text, int start, int end, char[] table) {
    int base = table.length == TO_LATIN.length ? FIRST : 0;
    for (int i = start; i < end; i++) {
      int index = text.charAt(i) - base;
      if (index >= 0 && index < table.length && table[index] != 0) {
        text.replace(i, table[index], Trace.CONFUSABLE);
      }
    }
  }

  /** Returns the Latin letter that a Greek or Cyrillic letter looks like, or the letter itself. */
  static char latinLookalike(char c) {
    if (c < FIRST || c > LAST || TO_LATIN[c - FIRST] == 0) {
      return c;
    }
    return TO_LATIN[c - FIRST];
  }

  static char[] toLatin() {
    return Arrays.copyOf(TO_LATIN, TO_LATIN.length);
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isOther(char c) {
    return c >= FIRST && c <= LAST;
  }
}
