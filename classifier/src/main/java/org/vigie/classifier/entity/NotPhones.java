package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import org.vigie.text.Words;

/**
 * Tells digit groups that are dates, times, amounts, ids or bank accounts from parts of a phone.
 */
final class NotPhones {
  /** Characters between a word that announces a phone and the phone: " number is: +44 (0) ". */
  private static final int ANNOUNCED_WITHIN = 30;

  private final String text;
  private final ContactWords words;

  NotPhones(String text, ContactWords words) {
    this.text = text;
    this.words = words;
  }

  /** Splits a run where dates and times stand, which are left out. */
  List<List<DigitGroup>> withoutDates(List<DigitGroup> run) {
    List<List<DigitGroup>> parts = new ArrayList<>();
    List<DigitGroup> part = new ArrayList<>();
    int i = 0;
    while (i < run.size()) {
      int skip = dateLength(run, i);
      if (skip == 0) {
        part.add(run.get(i));
        i++;
      } else {
        if (!part.isEmpty()) {
          parts.add(part);
        }
        part = new ArrayList<>();
        i += skip;
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  /**
   * Returns whether an amount's currency, a unit of measurement or a thing's id word stands beside
   * groups without plus.
   */
  boolean isAmountOrId(int start, int end) {
    char after = charAt(skipSpace(end));
    char before = charBefore(start);
    if (isCurrencySign(after) || isCurrencySign(before) || after == '%' || charAt(end) == '_') {
      return true;
    }
    String next = wordAt(skipSpace(end));
    if (words.currency().contains(next) || words.unit().contains(next)) {
      return true;
    }
    int last = endOfWordBefore(start);
    int first = startOfWord(last);
    String previous = Words.compared(text.substring(first, last));
    return words.id().contains(previous)
        || words.currency().contains(previous) && !isBehindNumber(first)
        || isIbanStart(previous);
  }

  /**
   * Returns whether a word for a phone stands shortly before on the same line, as in "my phone
   * number is", with no word for another thing nearer to the number.
   */
  boolean isAnnounced(int start) {
    int floor = Math.max(0, start - ANNOUNCED_WITHIN);
    int end = start;
    while (end > floor && text.charAt(end - 1) != '\n') {
      int first = end;
      while (first > floor && Words.isWordChar(text.charAt(first - 1))) {
        first--;
      }
      String word = Words.compared(text.substring(first, end));
      if (words.phone().contains(word) || words.id().contains(word)) {
        return words.phone().contains(word);
      }
      end = first == end ? end - 1 : first;
    }
    return false;
  }

  private int dateLength(List<DigitGroup> run, int i) {
    if (i + 1 < run.size() && isTime(run, i)) {
      return 2;
    }
    if (i + 2 >= run.size()) {
      return 0;
    }
    DigitGroup a = run.get(i);
    DigitGroup b = run.get(i + 1);
    DigitGroup c = run.get(i + 2);
    char separator = between(a, b);
    if (separator != between(b, c) || "./-".indexOf(separator) < 0) {
      return 0;
    }
    boolean continues = i + 3 < run.size() && between(c, run.get(i + 3)) == separator;
    boolean dayFirst = isUpTo(a, 31) && isUpTo(b, 31) && isYear(c);
    boolean yearFirst = isYear(a) && isUpTo(b, 12) && isUpTo(c, 31);
    return !continues && (dayFirst || yearFirst) ? 3 : 0;
  }

  private boolean isTime(List<DigitGroup> run, int i) {
    DigitGroup a = run.get(i);
    DigitGroup b = run.get(i + 1);
    boolean alone = i + 2 >= run.size() || between(b, run.get(i + 2)) != ':';
    boolean first = i == 0 || between(run.get(i - 1), a) != ':';
    return between(a, b) == ':'
        && alone
        && first
        && isUpTo(a, 24)
        && b.digits().length() == 2
        && isUpTo(b, 59);
  }

  private static boolean isUpTo(DigitGroup group, int limit) {
    return group.step() == DigitGroup.Step.NONE
        && group.digits().length() <= 2
        && Integer.parseInt(group.digits()) <= limit;
  }

  private static boolean isYear(DigitGroup group) {
    return group.step() == DigitGroup.Step.NONE
        && group.digits().length() == 4
        && (group.digits().startsWith("19") || group.digits().startsWith("20"));
  }

  /** Returns the one character between two groups; a space if there are more or none. */
  private char between(DigitGroup a, DigitGroup b) {
    return b.start() - a.end() == 1 ? text.charAt(a.end()) : ' ';
  }

  /** Returns whether a currency's word belongs to an amount before it: "3000 SAR 051 234 5678". */
  private boolean isBehindNumber(int first) {
    return first > 1 && text.charAt(first - 1) == ' ' && Character.isDigit(text.charAt(first - 2));
  }

  /** Country and check digits, with which an IBAN starts (ISO 13616). */
  private static boolean isIbanStart(String word) {
    return word.length() >= 4
        && word.length() <= 34
        && Character.isLetter(word.charAt(0))
        && Character.isLetter(word.charAt(1))
        && Character.isDigit(word.charAt(2))
        && Character.isDigit(word.charAt(3));
  }

  private String wordAt(int start) {
    int end = start;
    while (end < text.length() && end - start < 16 && Words.isWordChar(text.charAt(end))) {
      end++;
    }
    return Words.compared(text.substring(start, end));
  }

  private int endOfWordBefore(int start) {
    int end = start;
    while (end > 0
        && start - end < 4
        && " :#.n\u00B0\u2116-=".indexOf(text.charAt(end - 1)) >= 0
        && !isLetterRun(end)) {
      end--;
    }
    return end;
  }

  private int startOfWord(int end) {
    int first = end;
    while (first > 0 && end - first < 35 && Words.isWordChar(text.charAt(first - 1))) {
      first--;
    }
    return first;
  }

  private boolean isLetterRun(int end) {
    return end > 1 && text.charAt(end - 1) == 'n' && Character.isLetter(text.charAt(end - 2));
  }

  private int skipSpace(int position) {
    int i = position;
    while (i < text.length() && i - position < 2 && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private char charAt(int position) {
    return position < text.length() ? text.charAt(position) : '\n';
  }

  private char charBefore(int start) {
    int i = start - 1;
    if (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i >= 0 ? text.charAt(i) : '\n';
  }

  private static boolean isCurrencySign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}
