package org.vigie.classifier.entity;

import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * A normalised text in which spelled-out and bracketed {@code @} and dots are signs again, each
 * position of which maps back to the normalised text.
 */
final class ContactView {
  /** "[ at ]" with room for the longest word of any language. */
  private static final int LONGEST_BRACKET = 16;

  /** Characters looked back at for the host that a dot continues. */
  private static final int LONGEST_HOST = 130;

  /** RFC 5321, section 4.5.3.1. */
  private static final int LONGEST_NAME = 64;

  private final NormalizedText text;
  private final String folded;
  private final ContactWords words;
  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] undone;
  private int length;
  private String plain = "";

  private ContactView(NormalizedText text, ContactWords words) {
    this.text = text;
    this.folded = text.folded();
    this.words = words;
    this.chars = new char[folded.length()];
    this.starts = new int[folded.length()];
    this.ends = new int[folded.length()];
    this.undone = new boolean[folded.length()];
  }

  static ContactView of(NormalizedText text, ContactWords words) {
    ContactView view = new ContactView(text, words);
    view.build();
    view.plain = new String(view.chars, 0, view.length);
    return view;
  }

  String chars() {
    return plain;
  }

  NormalizedText text() {
    return text;
  }

  int start(int position) {
    return starts[position];
  }

  int end(int position) {
    return ends[position - 1];
  }

  /** Returns how many signs had to be read out of words or brackets in a stretch of this view. */
  int undone(int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += undone[i] ? 1 : 0;
    }
    return count;
  }

  private void build() {
    int i = 0;
    while (i < folded.length()) {
      int next = i;
      char c = folded.charAt(i);
      if (c == '(' || c == '[' || c == '{' || c == '<') {
        next = readBracket(i);
      } else if (c == '@' || c == '.') {
        next = readSpacedSign(i, c);
      } else if (Character.isLetter(c) && i > 0 && folded.charAt(i - 1) == ' ') {
        next = readSpokenSign(i);
      }
      if (next == i) {
        put(c, i, i + 1, false);
        next++;
      }
      i = next;
    }
  }

  private int readBracket(int open) {
    char closing = closing(folded.charAt(open));
    int limit = Math.min(folded.length(), open + LONGEST_BRACKET);
    for (int close = open + 1; close < limit; close++) {
      if (folded.charAt(close) == closing) {
        String inner = folded.substring(open + 1, close).strip();
        char sign = signOf(inner);
        return sign == 0
            ? readBracketOfScheme(inner, open, close + 1)
            : putSign(sign, open, close + 1);
      }
    }
    return open;
  }

  /** Reads {@code http[://]} and {@code http[:]//}; returns where it ends, else its start. */
  private int readBracketOfScheme(String inner, int open, int end) {
    boolean whole = inner.equals("://");
    if (!whole && !(inner.equals(":") && folded.startsWith("//", end))) {
      return open;
    }
    put(':', open, end, true);
    if (whole) {
      put('/', open, end, false);
      put('/', open, end, false);
    }
    return end;
  }

  private char signOf(String inner) {
    if (inner.equals("@") || words.at().contains(Words.compared(inner))) {
      return '@';
    }
    return inner.equals(".") || words.dot().contains(Words.compared(inner)) ? '.' : 0;
  }

  /** Reads {@code name @ example . org}: spaces after the sign, in what looks like an address. */
  private int readSpacedSign(int at, char sign) {
    boolean spaceAfter = at + 1 < folded.length() && folded.charAt(at + 1) == ' ';
    if (!spaceAfter || !endsWithName()) {
      return at;
    }
    boolean inAddress = sign == '@' ? dotFollows(at + 1) : endsWithSpace() && addressIsOpen();
    return inAddress ? putSign(sign, at, at + 1) : at;
  }

  /** Reads {@code name at example dot org}. */
  private int readSpokenSign(int start) {
    int end = endOfWord(start);
    if (end >= folded.length()
        || folded.charAt(end) != ' '
        || !words.beginningsOfSigns().mayBegin(folded, start, end)
        || !endsWithName()) {
      return start;
    }
    String word = Words.compared(folded.substring(start, end));
    if (words.at().contains(word) && (dotFollows(end) || isAddressAround(word, end))) {
      return putSign('@', start, end);
    }
    boolean open = words.dot().contains(word) && (addressIsOpen() || linkIsOpen());
    return open ? putSign('.', start, end) : start;
  }

  /**
   * Returns whether {@code a.name arroba example.org} is written here: the word means the sign and
   * nothing else, or what stands before it can be no word.
   */
  private boolean isAddressAround(String word, int end) {
    int host = skipSpaces(end);
    int hostEnd = Hosts.endOf(folded, host, LONGEST_HOST);
    return hostEnd > host
        && words.topLevelDomains().contains(Hosts.topLevelDomain(folded.substring(host, hostEnd)))
        && (!words.ordinaryAt().contains(word) || endsWithTellingName());
  }

  /** Returns whether what was written last has a dot, a digit or an underscore inside. */
  private boolean endsWithTellingName() {
    int end = length;
    while (end > 0 && chars[end - 1] == ' ') {
      end--;
    }
    int floor = Math.max(0, end - LONGEST_NAME);
    boolean letter = false;
    boolean sign = false;
    for (int i = end; i > floor && (isLabelChar(chars[i - 1]) || chars[i - 1] == '.'); i--) {
      char c = chars[i - 1];
      letter |= Character.isLetter(c);
      sign |= c == '.' || c == '_' || Character.isDigit(c);
    }
    return letter && sign;
  }

  /** Returns whether a host label follows and then a dot, spoken, spaced or bracketed. */
  private boolean dotFollows(int from) {
    int i = skipSpaces(from);
    int label = i;
    while (i < folded.length() && i - label < 63 && isLabelChar(folded.charAt(i))) {
      i++;
    }
    if (i == label || i >= folded.length()) {
      return false;
    }
    int sign = skipSpaces(i);
    char c = sign < folded.length() ? folded.charAt(sign) : 0;
    boolean afterSign = folded.charAt(from - 1) == '@';
    if (c == '[' || c == '(' || (c == '.' && afterSign)) {
      return sign > i || (sign + 1 < folded.length() && afterSign);
    }
    if (c == '.') {
      return sign > i && hostEndsAfter(sign + 1);
    }
    int end = endOfWord(sign);
    return sign > i
        && words.dot().contains(Words.compared(folded.substring(sign, end)))
        && hostEndsAfter(end);
  }

  /** Returns whether an end of hosts follows, as in no sentence, or a label and another dot. */
  private boolean hostEndsAfter(int dot) {
    int start = skipSpaces(dot);
    int end = endOfWord(start);
    int next = skipSpaces(end);
    boolean dotted = next + 1 < folded.length() && folded.charAt(next) == '.';
    return words.topLevelDomains().contains(folded.substring(start, end))
        || (dotted && Character.isLetter(folded.charAt(next + 1)))
        || words.dot().contains(Words.compared(folded.substring(next, endOfWord(next))));
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < folded.length()
        && end - start < LONGEST_BRACKET
        && Words.isWordChar(folded.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Returns whether what was written last is {@code http://host} or {@code www.host} without an end
   * that hosts have, which a spoken dot may continue.
   */
  private boolean linkIsOpen() {
    int end = length;
    while (end > 0 && chars[end - 1] == ' ') {
      end--;
    }
    int floor = Math.max(0, end - LONGEST_HOST);
    int start = end;
    while (start > floor && (isLabelChar(chars[start - 1]) || chars[start - 1] == '.')) {
      start--;
    }
    String host = String.valueOf(chars, start, end - start);
    boolean afterScheme = start > 1 && chars[start - 1] == '/' && chars[start - 2] == '/';
    boolean www = host.equals("www") || host.startsWith("www.");
    return (afterScheme || www)
        && (host.indexOf('.') < 0 || !words.topLevelDomains().contains(Hosts.topLevelDomain(host)));
  }

  /** Returns whether what was written last is {@code name@host}, which a dot may continue. */
  private boolean addressIsOpen() {
    int i = length;
    while (i > 0 && chars[i - 1] == ' ') {
      i--;
    }
    int floor = Math.max(0, i - LONGEST_HOST);
    while (i > floor && (isLabelChar(chars[i - 1]) || chars[i - 1] == '.')) {
      i--;
    }
    return i > 0 && chars[i - 1] == '@';
  }

  private boolean endsWithName() {
    int i = length;
    int floor = Math.max(0, length - 4);
    while (i > floor && chars[i - 1] == ' ') {
      i--;
    }
    return i > 0 && isLabelChar(chars[i - 1]);
  }

  private boolean endsWithSpace() {
    return length > 0 && chars[length - 1] == ' ';
  }

  private int putSign(char sign, int start, int end) {
    while (length > 0 && chars[length - 1] == ' ') {
      length--;
    }
    put(sign, start, end, true);
    return skipSpaces(end);
  }

  private void put(char c, int start, int end, boolean wasUndone) {
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    undone[length] = wasUndone;
    length++;
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < folded.length() && i - from < 4 && folded.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static boolean isLabelChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private static char closing(char open) {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      default -> '>';
    };
  }
}
