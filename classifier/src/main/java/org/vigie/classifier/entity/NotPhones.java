package org.vigie.classifier.entity;

import java.util.List;
import java.util.Set;
import org.vigie.classifier.digit.DigitGroup;
import org.vigie.text.Words;

/** Tells digit groups that are amounts, ids or bank accounts from parts of a phone. */
final class NotPhones {
  /** Characters between a word that announces a phone and the phone: " number is: +44 (0) ". */
  private static final int ANNOUNCED_WITHIN = 30;

  private static final Set<String> NUMBER_WORDS =
      Set.of("no", "nr", "num", "number", "numero", "numer", "n", "nummer", "broj", "№");

  /** Postcodes and what registers of firms and taxes call their numbers. */
  private static final Set<String> THINGS =
      Set.of(
          "cep", "cnpj", "cpf", "nipc", "nipt", "nuis", "pib", "jmbg", "ico", "dic", "krs", "pesel",
          "eik", "еик", "огрн", "oib", "afm", "αφμ", "adoszam");

  /** What German, Dutch and Scandinavian words for a phone's number begin with. */
  private static final List<String> PHONE_STEMS =
      List.of(
          "tel",
          "ruf",
          "handy",
          "mobil",
          "mobiel",
          "gsm",
          "fax",
          "kontakt",
          "contact",
          "whatsapp",
          "durchwahl",
          "festnetz",
          "service",
          "notruf");

  private final String text;
  private final ContactWords words;

  NotPhones(String text, ContactWords words) {
    this.text = text;
    this.words = words;
  }

  /**
   * Returns whether a word names what stands behind it as no phone: "order no. 0770..." and
   * "Bestellnummer 0176...".
   */
  boolean isNumberOfThing(int start) {
    int last = endOfWordBefore(start);
    int first = startOfWord(last);
    String word = Words.compared(text.substring(first, last));
    if (NUMBER_WORDS.contains(word)) {
      int end = endOfWordBefore(first);
      return words.id().contains(Words.compared(text.substring(startOfWord(end), end)));
    }
    return THINGS.contains(word)
        || words.id().contains(word)
        || word.endsWith("nummer")
            && word.length() > "nummer".length()
            && PHONE_STEMS.stream().noneMatch(word::startsWith);
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

  /** Returns how many groups are the number that a word before them gives to another thing. */
  int lengthOfThing(List<DigitGroup> groups, int from) {
    if (groups.get(from).plus() || !isNumberOfThing(groups.get(from).start())) {
      return 0;
    }
    int to = from + 1;
    while (to < groups.size()
        && !groups.get(to).plus()
        && groups.get(to).start() - groups.get(to - 1).end() == 1) {
      to++;
    }
    return to - from;
  }
}
