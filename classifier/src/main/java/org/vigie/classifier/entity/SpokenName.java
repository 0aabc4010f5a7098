package org.vigie.classifier.entity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.classifier.digit.UnspacedNumbers;
import org.vigie.text.Words;

/**
 * Names of accounts whose underscores are said, or stand between spaces: "dana, liniuță jos,
 * agency", "anna _ b _ 12".
 */
final class SpokenName {
  private static final int LONGEST_WORD = 16;

  private static final int LONGEST_PART = 24;

  /** An account's name has few underscores. */
  private static final int MOST_PARTS = 5;

  private static final Pattern NUMBER_BEHIND =
      Pattern.compile(", ?(\\d{1,4})(?=\\s*(?:[.;)\\n]|$))");

  private final String folded;
  private final ContactWords.Addresses words;
  private final Matcher number;

  SpokenName(String folded, ContactWords.Addresses words) {
    this.folded = folded;
    this.words = words;
    this.number = NUMBER_BEHIND.matcher(folded);
  }

  /**
   * Writes the rest of a name, from its first underscore on; returns where it ends, or the start if
   * none is said there.
   *
   * @param start where the underscore, or the comma or space before it, stands behind the first
   *     part
   * @param evident whether something before it tells that a name begins
   */
  int write(int start, boolean evident, ViewWriter written) {
    int sign = endOfSign(start);
    if (sign == start) {
      return start;
    }
    int[] ends = new int[MOST_PARTS];
    int[] signs = new int[MOST_PARTS];
    int parts = 0;
    int at = start;
    boolean commas = true;
    boolean spaced = false;
    boolean told = evident;
    while (sign > at && parts < MOST_PARTS) {
      int part = skipGap(sign);
      int end = endOfPart(part);
      if (end == part) {
        return start; // of a name that isn't read to its end nothing is read
      }
      spaced |= folded.charAt(sign - 1) == '_';
      commas &= folded.charAt(at) == ',' && folded.charAt(sign) == ',';
      told |= commas && hasSeveralWords(at, sign);
      told |= hasDigit(part, end);
      signs[parts] = part;
      ends[parts] = end;
      parts++;
      at = end;
      sign = endOfSign(end);
    }
    // "Name _ age _ phone" is a form, and "jQuery, Underscore, Lodash" a list.
    if (sign > at || !told && (spaced || parts < 2)) {
      return start;
    }
    int from = start;
    for (int i = 0; i < parts; i++) {
      written.put('_', from, signs[i], true);
      for (int k = signs[i]; k < ends[i]; k++) {
        int digit = UnspacedNumbers.hanDigit(folded.charAt(k));
        written.put(digit < 0 ? folded.charAt(k) : (char) ('0' + digit), k, k + 1, false);
      }
      from = ends[i];
    }
    return commas ? writeNumber(from, written) : from;
  }

  private int writeNumber(int from, ViewWriter written) {
    if (!number.region(from, Math.min(folded.length(), from + LONGEST_PART)).lookingAt()) {
      return from;
    }
    for (int i = number.start(1); i < number.end(1); i++) {
      written.put(folded.charAt(i), i, i + 1, true);
    }
    return number.end(1);
  }

  private boolean hasSeveralWords(int comma, int end) {
    return folded.substring(comma + 1, end).strip().indexOf(' ') > 0;
  }

  private boolean hasDigit(int start, int end) {
    return folded.substring(start, end).chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns where a said or spaced underscore ends behind a part; the position if none does. */
  private int endOfSign(int from) {
    int start = skipGap(from);
    if (start >= folded.length()) {
      return from;
    }
    if (folded.charAt(start) == '_') {
      return start > from && folded.startsWith("_ ", start) ? start + 1 : from;
    }
    if (start == from) {
      for (String sign : words.unspacedUnderscores()) {
        if (folded.startsWith(sign, start)) {
          return start + sign.length();
        }
      }
      return from;
    }
    int end = endOfWord(start);
    if (!words.beginnings().mayBegin(folded, start, end)) {
      return from;
    }
    List<List<String>> phrases = words.underscores().get(word(start, end));
    return phrases == null
        ? from
        : phrases.stream().mapToInt(rest -> endOf(rest, end)).max().orElse(from);
  }

  private int endOf(List<String> rest, int from) {
    int end = from;
    for (String word : rest) {
      int start = end + 1;
      end = Math.min(folded.length(), start);
      end = endOfWord(end);
      if (start >= folded.length()
          || folded.charAt(start - 1) != ' ' && folded.charAt(start - 1) != '-'
          || !word(start, end).equals(word)) {
        return -1;
      }
    }
    return end;
  }

  /** A part is of Latin letters and digits alone, and Chinese digits behind them. */
  private int endOfPart(int start) {
    int end = start;
    while (end < folded.length() && end - start < LONGEST_PART && isPartChar(folded.charAt(end))) {
      end++;
    }
    int latin = end;
    while (latin > start
        && end < folded.length()
        && end - start < LONGEST_PART
        && UnspacedNumbers.hanDigit(folded.charAt(end)) >= 0) {
      end++;
    }
    boolean goesOn =
        end < folded.length()
            && Words.isWordChar(folded.charAt(end))
            && words.unspacedUnderscores().stream().noneMatch(folded.substring(end)::startsWith);
    return goesOn ? start : end;
  }

  private static boolean isPartChar(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  private int skipGap(int from) {
    int i = from;
    while (i < folded.length() && i - from < 3 && " ,\"".indexOf(folded.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < folded.length()
        && end - start < LONGEST_WORD
        && Words.isWordChar(folded.charAt(end))) {
      end++;
    }
    return end;
  }

  private String word(int start, int end) {
    return Words.compared(folded.substring(start, end));
  }
}
