package org.vigie.text;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;

/**
 * The compatibility form of a text (NFKC), made in time linear in the text, whatever is in it.
 *
 * <p>To normalise sorts the marks over a letter, which for a million of them would take hours. So
 * no more than 30 are left in a row: a combining grapheme joiner is put after them, as the
 * Stream-Safe Text Process has it. In no language are so many written; other text is as Java
 * normalises it.
 *
 * @see <a href="https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format">UAX #15, section
 *     13</a>
 */
public final class Nfkc {
  /** Counted as they stand, so that at most four times as many are sorted: U+1F82 has three. */
  private static final int MOST_MARKS = 30;

  private static final char GRAPHEME_JOINER = '\u034F';

  private static final int FIRST_MARK = 0x0300;

  private Nfkc() {}

  /** Returns the form of a text. */
  public static String of(String text) {
    return Normalizer.normalize(streamSafe(text), Normalizer.Form.NFKC);
  }

  private static String streamSafe(String text) {
    return mayNeedJoiners(text) ? withJoiners(text) : text;
  }

  /**
   * May say yes wrongly, never no, in a fraction of the time: most letters come before all marks.
   */
  private static boolean mayNeedJoiners(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) >= FIRST_MARK ? run + 1 : 0;
      if (run > MOST_MARKS) {
        return true;
      }
    }
    return false;
  }

  private static String withJoiners(String text) {
    StringBuilder safe = new StringBuilder();
    int copied = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        safe.append(text, copied, i).append(GRAPHEME_JOINER);
        copied = i;
        marks = 1;
      }
      i += Character.charCount(c);
    }
    return copied == 0 ? text : safe.append(text, copied, text.length()).toString();
  }

  private static boolean isMark(int c) {
    return c >= FIRST_MARK && UCharacter.getCombiningClass(c) != 0;
  }
}
