package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.digit.UnspacedNumbers;
import org.vigie.text.Words;

/**
 * The words of a text that name a service, and those that may name an account, each in order.
 *
 * <p>One pass over the text.
 */
final class HandleWords {
  /** The longest word that names a service. */
  private static final int LONGEST_SERVICE = 16;

  /** What stands before a tag, a path or a setting, and before no account. */
  private static final String NO_NAME_AFTER = "#/=&?@\\";

  private final ContactView view;
  private final String chars;
  private final List<HandleName> names = new ArrayList<>();
  private final List<ServiceWord> services = new ArrayList<>();

  private HandleWords(ContactView view) {
    this.view = view;
    this.chars = view.chars();
  }

  static HandleWords in(ContactView view) {
    HandleWords words = new HandleWords(view);
    words.read();
    return words;
  }

  List<HandleName> names() {
    return names;
  }

  List<ServiceWord> services() {
    return services;
  }

  private void read() {
    int i = 0;
    while (i < chars.length()) {
      char c = chars.charAt(i);
      if (c == '@' && (i == 0 || !Character.isLetterOrDigit(chars.charAt(i - 1)))) {
        i = readName(i, i + 1, HandleName.Form.AT);
      } else if (c == '$' && i + 1 < chars.length() && Character.isLetter(chars.charAt(i + 1))) {
        i = readName(i, i + 1, HandleName.Form.TAG);
      } else if (isJoinedName(i)) {
        i = readName(i, i, HandleName.Form.JOINED);
      } else if (Words.isWordChar(c)) {
        i = readWord(i);
      } else {
        i++;
      }
    }
  }

  /** Reads a word and, if it names a service, what stands behind its colon; returns the end. */
  private int readWord(int start) {
    int end = start;
    while (end < chars.length()
        && Words.isWordChar(chars.charAt(end))
        && !isLatinBehindUnspaced(start, end)) {
      end++;
    }
    if (!Services.mayName(chars, start, end) || end - start > LONGEST_SERVICE) {
      return end;
    }
    String word = Words.compared(chars.substring(start, end));
    String second = Services.secondWord(word);
    int secondEnd = end + 1 + second.length();
    boolean whole = secondEnd >= chars.length() || !Words.isWordChar(chars.charAt(secondEnd));
    if (!second.isEmpty() && whole && chars.startsWith(" " + second, end)) {
      word += " " + second;
      end = secondEnd;
    }
    String named = Services.ofWord(word);
    if (named.isEmpty()) {
      return end;
    }
    services.add(new ServiceWord(start, end, named));
    return Math.max(end, readAfterColon(end));
  }

  /** Chinese and Thai have no space before a name in Latin letters. */
  private boolean isLatinBehindUnspaced(int start, int at) {
    return at > start
        && Services.isAccountChar(chars.charAt(at))
        && UnspacedNumbers.mayHold(chars.charAt(at - 1));
  }

  private int readName(int start, int nameStart, HandleName.Form form) {
    int end = accountEnd(nameStart);
    String name = chars.substring(nameStart, end);
    boolean continues =
        end < chars.length()
            && (Character.isLetterOrDigit(chars.charAt(end)) || chars.charAt(end) == '@')
            && !UnspacedNumbers.mayHold(chars.charAt(end));
    int spelled = form == HandleName.Form.JOINED ? startOfSpelled(start) : start;
    String whole = chars.substring(spelled, start).replace("-", "") + name;
    if (!continues && Services.isAccount(whole)) {
      names.add(new HandleName(spelled, end, whole, form));
    }
    return Math.max(end, start + 1);
  }

  /** Returns where "a-n-n-a_b" begins, of which its last letter and what follows are known. */
  private int startOfSpelled(int start) {
    int from = start;
    boolean isLetter = start + 1 < chars.length() && chars.charAt(start + 1) == '_';
    while (isLetter
        && from > 1
        && chars.charAt(from - 1) == '-'
        && Services.isAccountChar(chars.charAt(from - 2))
        && (from == 2 || !Character.isLetterOrDigit(chars.charAt(from - 3)))) {
      from -= 2;
    }
    return from;
  }

  /**
   * Reads {@code telegram: name_1}; a plain word after the colon may be anything, and the name of
   * another service is the next way to write, so neither is one.
   */
  private int readAfterColon(int serviceEnd) {
    int i = serviceEnd;
    boolean colon = false;
    while (i < chars.length() && i - serviceEnd < 5 && " :=-".indexOf(chars.charAt(i)) >= 0) {
      colon |= chars.charAt(i) == ':' || chars.charAt(i) == '=';
      i++;
    }
    int end = accountEnd(i);
    boolean name = colon && end > i && (isTelling(i, end) || hasCapitalInside(i, end));
    return name && !Services.isName(chars.substring(i, end))
        ? readName(i, i, HandleName.Form.AFTER_COLON)
        : serviceEnd;
  }

  /** Returns whether words joined by an underscore begin here, which only names are. */
  private boolean isJoinedName(int start) {
    if (!Character.isLetter(chars.charAt(start))
        || start > 0
            && (Services.isAccountChar(chars.charAt(start - 1))
                || NO_NAME_AFTER.indexOf(chars.charAt(start - 1)) >= 0)) {
      return false;
    }
    int sign = start;
    while (sign < chars.length()
        && Services.isAccountChar(chars.charAt(sign))
        && chars.charAt(sign) != '_') {
      sign++;
    }
    return sign > start
        && sign < chars.length()
        && chars.charAt(sign) == '_'
        && sign < accountEnd(start) - 1;
  }

  /** Returns whether a name has what words don't: a digit, an underscore or a dot inside. */
  private boolean isTelling(int start, int end) {
    boolean letter = false;
    boolean sign = false;
    for (int i = start; i < end; i++) {
      char c = chars.charAt(i);
      letter |= c >= 'a' && c <= 'z';
      sign |= c == '_' || c == '.' || (c >= '0' && c <= '9');
    }
    return letter && sign;
  }

  /** Returns whether a name was typed as "AnnaMaria" is, which no word is. */
  private boolean hasCapitalInside(int start, int end) {
    boolean small = false;
    for (int i = start; i < end; i++) {
      char typed = typed(i);
      if (small && Character.isUpperCase(typed)) {
        return true;
      }
      small |= Character.isLowerCase(typed);
    }
    return false;
  }

  private char typed(int at) {
    return view.text().original().charAt(view.text().originalStart(view.start(at)));
  }

  private int accountEnd(int start) {
    int end = start;
    while (end < chars.length() && end - start < 33 && Services.isAccountChar(chars.charAt(end))) {
      end++;
    }
    while (end > start && chars.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }
}
