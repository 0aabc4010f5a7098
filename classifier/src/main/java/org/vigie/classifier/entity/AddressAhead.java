package org.vigie.classifier.entity;

import java.util.Set;
import org.vigie.text.Words;

/** Tells whether the rest of an e-mail address stands behind a position of a text. */
final class AddressAhead {
  private static final int LONGEST_WORD = 16;

  private static final int LONGEST_LABEL = 63;

  /** "anna.b.c": names have few dots. */
  private static final int MOST_DOTS = 3;

  /** Fewer letters with spaces between them are words and initials. */
  private static final int LEAST_SPACED = 4;

  /** Letters of the longest name of an address (RFC 5321). */
  private static final int MOST_SPACED = 64;

  /** What is said behind the word for the sign: "majmun-znak", "kuyruklu a". */
  private static final Set<String> BEHIND_AT =
      Set.of("a", "znak", "znakiem", "sign", "symbol", "zeichen", "isareti", "знак", "signe", "-");

  private final String folded;
  private final ContactWords.Addresses words;
  private final Set<String> then;

  /**
   * @param then words that lead to the next part of what is told
   */
  AddressAhead(String folded, ContactWords.Addresses words, Set<String> then) {
    this.folded = folded;
    this.words = words;
    this.then = then;
  }

  /**
   * Returns where the host begins behind a sign that commas part from the name and it: "anna,
   * kuyruklu a, posta nokta example"; the position itself if there is none.
   *
   * @param comma where the first comma stands
   */
  int hostBehind(int comma) {
    int sign = skipThen(comma);
    int end = endOfAt(sign);
    int host = end > sign ? skipThen(end) : end;
    return end > sign && !isOrdinary(sign) && isHost(host) ? host : comma;
  }

  /** Returns whether a name, with dots or without, the sign and a host stand behind a position. */
  boolean isNameBehind(int position) {
    int at = position;
    for (int dots = 0; dots <= MOST_DOTS; dots++) {
      int start = skipSpaces(at);
      int end = endOfLabel(start);
      if (end == start) {
        return false;
      }
      if (isAtBehind(end)) {
        return true;
      }
      at = endOfDot(end);
      if (at == end) {
        return false;
      }
    }
    return false;
  }

  /**
   * Returns where the sign stands behind letters with spaces between them: "a n n a @ example.org";
   * the position itself if there is none.
   */
  int signBehindSpaced(int start) {
    int at = start;
    int letters = 0;
    while (letters <= MOST_SPACED
        && at + 1 < folded.length()
        && isNameChar(at)
        && folded.charAt(at + 1) == ' ') {
      letters++;
      at += 2;
    }
    boolean joined = at + 1 < folded.length() && isNameChar(at) && folded.charAt(at + 1) == '@';
    int sign = joined ? at + 1 : at;
    letters += joined ? 1 : 0;
    return letters >= LEAST_SPACED
            && sign < folded.length()
            && folded.charAt(sign) == '@'
            && isHost(skipSpaces(sign + 1))
        ? sign
        : start;
  }

  private boolean isNameChar(int at) {
    return ViewWriter.isLabelChar(folded.charAt(at)) || folded.charAt(at) == '.';
  }

  private boolean isAtBehind(int end) {
    int sign = skipSpaces(end);
    if (sign < folded.length() && folded.charAt(sign) == ',') {
      return hostBehind(sign) > sign;
    }
    int behind = endOfAt(sign);
    int host = skipSpaces(behind);
    return behind > sign && isHost(host) && !(isOrdinary(sign) && isPlainHost(host));
  }

  /** Returns whether the word for a sign means other things as well. */
  private boolean isOrdinary(int sign) {
    return words.ordinaryAt().contains(word(sign, endOfWord(sign)));
  }

  /** "The point here at example.org" names a place to look. */
  private boolean isPlainHost(int host) {
    return folded.startsWith(".", endOfLabel(host));
  }

  /** Returns whether a label, a dot and another label stand there. */
  boolean isHost(int start) {
    int end = endOfLabel(start);
    int dot = endOfDot(end);
    int next = skipSpaces(dot);
    return end > start && dot > end && endOfLabel(next) > next;
  }

  /** Returns where the sign ends that begins at a position; the position itself if none does. */
  private int endOfAt(int start) {
    if (start >= folded.length()) {
      return start;
    }
    char c = folded.charAt(start);
    if (c == '@') {
      return start + 1;
    }
    if (c == '(' || c == '[') {
      int end = endOfWord(start + 1);
      String inner = word(start + 1, end);
      boolean isAt =
          inner.isEmpty() && folded.startsWith("@", end)
              || words.at().contains(inner)
              || words.bracketedAt().contains(inner);
      int close = inner.isEmpty() ? end + 1 : end;
      boolean closed = close < folded.length() && ")]".indexOf(folded.charAt(close)) >= 0;
      return isAt && closed ? close + 1 : start;
    }
    int end = endOfWord(start);
    if (!words.at().contains(word(start, end))) {
      return start;
    }
    int next = end < folded.length() && " -".indexOf(folded.charAt(end)) >= 0 ? end + 1 : end;
    int nextEnd = endOfWord(next);
    return nextEnd > next && BEHIND_AT.contains(word(next, nextEnd)) ? nextEnd : end;
  }

  /**
   * Returns where a dot, a word or a bracket for one ends; the position itself if there is none.
   */
  private int endOfDot(int from) {
    int start = skipSpaces(from);
    if (start >= folded.length()) {
      return from;
    }
    char c = folded.charAt(start);
    if (c == '.') {
      boolean even = (start > from) == folded.startsWith(" ", start + 1);
      return even ? start + 1 : from;
    }
    boolean bracket = c == '(' || c == '[';
    int inner = bracket ? start + 1 : start;
    int end = endOfWord(inner);
    boolean isDot = words.dot().contains(word(inner, end)) && (bracket || start > from);
    return isDot ? bracket ? end + 1 : end : from;
  }

  /** Skips a comma and a word for "then". */
  private int skipThen(int from) {
    int i = from;
    while (i < folded.length() && i - from < 3 && " ,".indexOf(folded.charAt(i)) >= 0) {
      i++;
    }
    int end = endOfWord(i);
    return end > i && then.contains(word(i, end)) ? skipSpaces(end) : i;
  }

  private String word(int start, int end) {
    return Words.compared(folded.substring(start, end));
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

  private int endOfLabel(int start) {
    int end = start;
    while (end < folded.length()
        && end - start < LONGEST_LABEL
        && ViewWriter.isLabelChar(folded.charAt(end))) {
      end++;
    }
    return end;
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < folded.length() && i - from < 4 && folded.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
