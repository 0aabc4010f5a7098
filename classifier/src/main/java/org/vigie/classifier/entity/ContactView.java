package org.vigie.classifier.entity;

import org.vigie.classifier.digit.UnspacedNumbers;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * A normalised text in which spelled-out and bracketed {@code @} and dots are signs again, each
 * position of which maps back to the normalised text.
 */
final class ContactView {
  /** "[ at ]" with room for the longest word of any language. */
  private static final int LONGEST_BRACKET = 16;

  private final NormalizedText text;
  private final String folded;
  private final ContactWords words;
  private final ViewWriter written;
  private final AddressAhead ahead;
  private final SpokenName names;
  private String plain = "";

  private ContactView(NormalizedText text, ContactWords words) {
    this.text = text;
    this.folded = text.folded();
    this.words = words;
    this.written = new ViewWriter(folded, words);
    this.ahead = new AddressAhead(folded, words.address(), words.spoken().then());
    this.names = new SpokenName(folded, words.address());
  }

  static ContactView of(NormalizedText text, ContactWords words) {
    ContactView view = new ContactView(text, words);
    view.build();
    view.plain = view.written.text();
    return view;
  }

  String chars() {
    return plain;
  }

  NormalizedText text() {
    return text;
  }

  int start(int position) {
    return written.start(position);
  }

  int end(int position) {
    return written.end(position);
  }

  /** Returns how many signs had to be read out of words or brackets in a stretch of this view. */
  int undone(int start, int end) {
    return written.undone(start, end);
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
      } else if (c == ' ' || c == ',') {
        next = readPartedSign(i);
      } else if (Character.isLetter(c) && i > 0 && folded.charAt(i - 1) == ' ') {
        next = readSpokenSign(i);
      } else if (UnspacedNumbers.mayHold(c) && written.endsWithName()) {
        next = names.write(i, true, written);
      }
      if (next == i && (i == 0 || folded.charAt(i - 1) == ' ')) {
        next = readSpacedName(i);
      }
      if (next == i) {
        written.put(c, i, i + 1, false);
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
        char sign = signOf(inner, close + 1);
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
    written.put(':', open, end, true);
    if (whole) {
      written.put('/', open, end, false);
      written.put('/', open, end, false);
    }
    return end;
  }

  private char signOf(String inner, int end) {
    String word = Words.compared(inner);
    boolean bracketed =
        words.address().bracketedAt().contains(word)
            && (written.endsWithSpace() ? written.endsWithTellingName() : written.endsWithName())
            && ahead.isHost(skipSpaces(end));
    if (inner.equals("@") || words.address().at().contains(word) || bracketed) {
      return '@';
    }
    return inner.equals(".") || words.address().dot().contains(word) ? '.' : 0;
  }

  /** Reads {@code name @ example . org}: spaces after the sign, in what looks like an address. */
  private int readSpacedSign(int at, char sign) {
    boolean spaceAfter = at + 1 < folded.length() && folded.charAt(at + 1) == ' ';
    if (!spaceAfter || !written.endsWithName()) {
      return at;
    }
    boolean inAddress =
        sign == '@'
            ? dotFollows(at + 1)
            : written.endsWithSpace() && (written.addressIsOpen() || ahead.isNameBehind(at + 1));
    return inAddress ? putSign(sign, at, at + 1) : at;
  }

  /** Reads {@code name at example dot org}. */
  private int readSpokenSign(int start) {
    int end = endOfWord(start);
    if (end >= folded.length()
        || folded.charAt(end) != ' '
        || !words.address().beginnings().mayBegin(folded, start, end)
        || !written.endsWithName()) {
      return start;
    }
    String word = Words.compared(folded.substring(start, end));
    if (words.address().at().contains(word) && (dotFollows(end) || isAddressAround(word, end))) {
      return putSign('@', start, end);
    }
    boolean open =
        words.address().dot().contains(word)
            && (written.addressIsOpen() || written.linkIsOpen() || ahead.isNameBehind(end));
    return open ? putSign('.', start, end) : start;
  }

  /** Reads a sign of which a comma or a space parts what is before it: "anna, at, example.org". */
  private int readPartedSign(int start) {
    if (start == 0 || !ViewWriter.isLabelChar(folded.charAt(start - 1))) {
      return start;
    }
    int host = folded.charAt(start) == ',' ? ahead.hostBehind(start) : start;
    return host > start
        ? putSign('@', start, host)
        : names.write(start, written.endsWithEvidentName(), written);
  }

  /** Reads {@code a n n a @ example.org}. */
  private int readSpacedName(int start) {
    int sign = ahead.signBehindSpaced(start);
    for (int i = start; i < sign; i += 2) {
      written.put(folded.charAt(i), i, i + 1, i == start);
    }
    return sign;
  }

  /**
   * Returns whether {@code a.name arroba example.org} is written here: the word means the sign and
   * nothing else, or what stands before it can be no word.
   */
  private boolean isAddressAround(String word, int end) {
    int host = skipSpaces(end);
    int hostEnd = Hosts.endOf(folded, host, ViewWriter.LONGEST_HOST);
    return hostEnd > host
        && words
            .address()
            .topLevelDomains()
            .contains(Hosts.topLevelDomain(folded.substring(host, hostEnd)))
        && (!words.address().ordinaryAt().contains(word) || written.endsWithTellingName());
  }

  /** Returns whether a host label follows and then a dot, spoken, spaced or bracketed. */
  private boolean dotFollows(int from) {
    int i = skipSpaces(from);
    int label = i;
    while (i < folded.length() && i - label < 63 && ViewWriter.isLabelChar(folded.charAt(i))) {
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
        && words.address().dot().contains(Words.compared(folded.substring(sign, end)))
        && hostEndsAfter(end);
  }

  /** Returns whether an end of hosts follows, as in no sentence, or a label and another dot. */
  private boolean hostEndsAfter(int dot) {
    int start = skipSpaces(dot);
    int end = endOfWord(start);
    int next = skipSpaces(end);
    boolean dotted = next + 1 < folded.length() && folded.charAt(next) == '.';
    return words.address().topLevelDomains().contains(folded.substring(start, end))
        || (dotted && Character.isLetter(folded.charAt(next + 1)))
        || words.address().dot().contains(Words.compared(folded.substring(next, endOfWord(next))));
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

  private int putSign(char sign, int start, int end) {
    written.dropSpaces();
    written.put(sign, start, end, true);
    return skipSpaces(end);
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < folded.length() && i - from < 4 && folded.charAt(i) == ' ') {
      i++;
    }
    return i;
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
