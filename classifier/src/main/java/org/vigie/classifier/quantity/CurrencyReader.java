package org.vigie.classifier.quantity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.text.Word;

/** Reads the currency beside one amount. */
final class CurrencyReader {
  /** "Rs. 500", "fr. 20": a longer word before a point ends a sentence. */
  private static final int LONGEST_ABBREVIATION = 3;

  private static final int MOST_DASHES = 3;

  /** Below, letters behind a number rather count or measure something. */
  private static final int LEAST_UNTOLD = 100;

  private static final Set<String> KILOMETRES = Set.of("km", "\u043A\u043C");

  /** Languages of Bosnia and Herzegovina. */
  private static final Set<String> PAY_IN_MARKS = Set.of("bs", "hr", "sr");

  private static final Set<String> FROM_A_PLACE =
      Set.of("od", "do", "dalje", "daleko", "udaljen", "udaljena", "\u043E\u0434", "\u0434\u043E");

  private final QuantityText text;
  private final Currencies currencies;
  private final Amount amount;
  private final MoneyCountry country;

  /**
   * A reader beside one amount.
   *
   * @param country where the text is from
   */
  CurrencyReader(QuantityText text, Currencies currencies, Amount amount, MoneyCountry country) {
    this.text = text;
    this.currencies = currencies;
    this.amount = amount;
    this.country = country;
  }

  /**
   * A currency beside an amount.
   *
   * @param codes the ISO 4217 codes it may stand for, between spaces
   * @param start where it, or the amount, begins
   * @param end where it, or the amount, ends
   * @param last index of the last word of both
   * @param factor what a magnitude behind the currency multiplies by: "75 USD million"
   */
  record Found(String codes, int start, int end, int last, double factor) {}

  /** Returns the currency before the amount that begins at or after a position, or null. */
  @Nullable Found before(int floor) {
    int i = amount.start() - 1;
    while (i >= floor && text.charAt(i) == ' ' && amount.start() - i <= 2) {
      i--;
    }
    if (i < floor) {
      return null;
    }
    String codes = currencies.ofSign(text.charAt(i));
    if (!codes.isEmpty()) {
      return prefixed(i, codes, floor);
    }
    int word = amount.first() - 1;
    if (word < 0) {
      return null;
    }
    boolean abbreviated =
        text.word(word).text().length() <= LONGEST_ABBREVIATION
            && (text.charAt(i) == '.' || text.charAt(i) == '/');
    if (abbreviated && text.charAt(i) == '/') {
      return slashed(word, i, floor);
    }
    i -= abbreviated ? 1 : 0;
    if (text.word(word).end() != i + 1) {
      return null;
    }
    if (text.word(word).end() == amount.start()) {
      Found letter = letter(word, floor);
      if (letter != null) {
        return letter;
      }
    }
    QuantityMention mention = text.endingAt(word, QuantityRole.CURRENCY);
    if (mention != null && text.startOf(mention.first()) >= floor) {
      return before(mention.meaning().code(), text.startOf(mention.first()));
    }
    String code = codeOf(text.word(word), true);
    boolean free = text.word(word).start() >= floor;
    return code.isEmpty() || !free ? null : before(code, text.word(word).start());
  }

  /** Reads "S/ 1,500", as soles are written. */
  private @Nullable Found slashed(int word, int slash, int floor) {
    String code = currencies.ofSlashed(text.word(word).text());
    boolean free = text.word(word).start() >= floor && text.word(word).end() == slash;
    return code.isEmpty() || !free ? null : before(code, text.word(word).start());
  }

  /** Reads "N150,000" and "R1,500", letters that are a currency's sign where they are money. */
  private @Nullable Found letter(int word, int floor) {
    Word letter = text.word(word);
    String code = currencies.ofLetter(text.original(letter.start(), letter.end()));
    boolean own = !code.isEmpty() && CountryCurrencies.of(country.of(code)).equals(code);
    return own && letter.start() >= floor ? before(code, letter.start()) : null;
  }

  /** Reads "US $", "C$", "usd$" before the sign at a position. */
  private Found prefixed(int sign, String codes, int floor) {
    int word = amount.first() - 1;
    if (word < 0
        || text.word(word).start() < floor
        || !text.isGap(text.word(word).end(), sign, " ", 1)) {
      return before(codes, sign);
    }
    Word letters = text.word(word);
    if (word > 0 && letters.text().length() == 1) {
      Word first = text.word(word - 1);
      String code = currencies.ofPrefix(first.text() + " " + letters.text());
      boolean dotted = text.isGap(first.end(), letters.start(), ". ", 2) && first.start() >= floor;
      if (!code.isEmpty() && dotted) {
        return before(code, first.start());
      }
    }
    boolean touches = letters.end() == sign;
    // One letter apart from the sign is a word, such as "a", in all languages but for "c $".
    boolean alone = letters.text().length() == 1 && !letters.text().equals("c") && !touches;
    String code = alone ? "" : currencies.ofPrefix(letters.text());
    if (code.isEmpty() && touches) {
      code = codeOf(letters, false);
    }
    return code.isEmpty() ? before(codes, sign) : before(code, letters.start());
  }

  private Found before(String codes, int start) {
    return new Found(codes, start, amount.end(), amount.last(), 1);
  }

  /** Returns the currency behind the amount, or null. */
  @Nullable Found after() {
    int next = amount.last() + 1;
    // In Romanian, "de" stands behind all numbers from twenty on: "50 de lei".
    boolean counted = amount.isLarge() || text.language().equals("ro");
    QuantityMention of = counted ? text.startingAt(next, QuantityRole.OF) : null;
    int from = behindDashes(amount.end());
    if (of != null && text.isGap(from, text.startOf(of.first()), " ", 1)) {
      from = text.word(of.last()).end();
      next = of.last() + 1;
    }
    int sign = from;
    while (text.charAt(sign) == ' ' && sign - from < 2) {
      sign++;
    }
    String codes = currencies.ofSign(text.charAt(sign));
    if (!codes.isEmpty()) {
      boolean ofNext = sign > from && isDigit(text.charAt(sign + 1));
      return ofNext ? null : suffixed(sign, codes, next);
    }
    if (next >= text.size() || !text.isGap(from, text.startOf(next), " -'\u2019", 1)) {
      return null;
    }
    QuantityMention mention = text.startingAt(next, QuantityRole.CURRENCY);
    if (mention != null) {
      return worded(mention.meaning().code(), mention.last());
    }
    String code = codeOf(text.word(next), false);
    code = code.isEmpty() && !isDistance(next) ? localMark(next) : code;
    return code.isEmpty() ? null : worded(code, next);
  }

  /**
   * Reads the letters that one country or one language writes for its money, as "KM" where the text
   * is from Bosnia. A short text rarely tells either: behind larger numbers, a mark is read that is
   * paid "a month", and "Ft" and "din" where their clause ends, as "ft tall" and "din luna" don't.
   */
  private String localMark(int next) {
    String written = text.original(text.word(next).start(), text.word(next).end());
    String codes = currencies.ofMark(written);
    String code = codes.isEmpty() ? "" : Currencies.meantIn(country, codes);
    if (!code.isEmpty() || amount.value() < LEAST_UNTOLD) {
      return code;
    }
    if (!codes.isEmpty() && text.startingAt(next + 1, QuantityRole.PERIOD) != null) {
      return codes.indexOf(' ') < 0 ? codes : "";
    }
    if (!endsClause(text.word(next).end())) {
      return "";
    }
    boolean isWord = written.length() > 2 || !written.equals(written.toLowerCase(Locale.ROOT));
    return isWord && written.length() > 1 ? text.currencyElsewhere(next) : "";
  }

  /**
   * Returns whether "KM" are kilometres: of a speed, from a place, or where nobody pays in marks,
   * as "500 KM PER DAY" in English.
   */
  private boolean isDistance(int next) {
    String mark = text.word(next).text();
    char behind = text.charAt(text.word(next).end());
    return KILOMETRES.contains(mark)
        && (!text.isShort() && !PAY_IN_MARKS.contains(text.language())
            || text.language().equals("en")
            || behind == '/'
            || next + 1 < text.size() && FROM_A_PLACE.contains(text.word(next + 1).text()));
  }

  private boolean endsClause(int position) {
    char c = text.charAt(position) == ' ' ? text.charAt(position + 1) : text.charAt(position);
    return !Character.isLetterOrDigit(c);
  }

  /** Returns where the dashes end that stand for no hundredths: "1800,- €", "15,000/-". */
  private int behindDashes(int end) {
    char first = text.charAt(end);
    boolean point = first == ',' || first == '.' || first == '/';
    int i = point ? end + 1 : end;
    while (point && i < end + MOST_DASHES && isDash(text.charAt(i))) {
      i++;
    }
    return i > end + 1 ? i : end;
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '\u2013' || c == '\u2014';
  }

  private Found worded(String codes, int last) {
    int end = text.word(last).end();
    if (!currencies.ofSign(text.charAt(end)).isEmpty()) {
      return new Found(codes, amount.start(), end + 1, last, 1);
    }
    QuantityMention magnitude =
        amount.isLarge() ? null : text.startingAt(last + 1, QuantityRole.MAGNITUDE);
    if (magnitude != null
        && text.word(magnitude.first()).text().length() > 1
        && text.isGap(end, text.startOf(magnitude.first()), " ", 1)) {
      return new Found(
          codes,
          amount.start(),
          text.word(magnitude.last()).end(),
          magnitude.last(),
          magnitude.meaning().number());
    }
    return new Found(codes, amount.start(), end, last, 1);
  }

  /** Reads "16 $ CAD" and "16 $ c", where no number follows that the letters could belong to. */
  private Found suffixed(int sign, String codes, int next) {
    int last = amount.last();
    int end = sign + 1;
    if (next < text.size() && text.isGap(end, text.startOf(next), " ", 1)) {
      Word word = text.word(next);
      String code = codeOf(word, false);
      code = code.isEmpty() ? currencies.ofPrefix(word.text()) : code;
      // One letter, such as a French "a" or Romanian "c.", only where nothing follows it.
      boolean alone = word.text().length() > 1 || text.charAt(word.end()) != ' ';
      if (!code.isEmpty() && alone) {
        return new Found(code, amount.start(), word.end(), next, 1);
      }
    }
    return new Found(codes, amount.start(), end, Math.max(last, next - 1), 1);
  }

  private String codeOf(Word word, boolean beforeNumber) {
    return word.text().length() == 3
        ? currencies.ofCode(text.original(word.start(), word.end()), beforeNumber)
        : "";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
