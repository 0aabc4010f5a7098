package org.vigie.classifier.quantity;

import org.jspecify.annotations.Nullable;
import org.vigie.text.Word;

/** Reads the currency beside one amount. */
final class CurrencyReader {
  private final QuantityText text;
  private final Currencies currencies;
  private final Amount amount;

  CurrencyReader(QuantityText text, Currencies currencies, Amount amount) {
    this.text = text;
    this.currencies = currencies;
    this.amount = amount;
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
    if (word < 0 || text.word(word).end() != i + 1) {
      return null;
    }
    QuantityMention mention = text.endingAt(word, QuantityRole.CURRENCY);
    if (mention != null && text.startOf(mention.first()) >= floor) {
      return before(mention.meaning().code(), text.startOf(mention.first()));
    }
    String code = codeOf(text.word(word), true);
    boolean free = text.word(word).start() >= floor;
    return code.isEmpty() || !free ? null : before(code, text.word(word).start());
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
    QuantityMention of = amount.isLarge() ? text.startingAt(next, QuantityRole.OF) : null;
    int from = amount.end();
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
    String code = mention == null ? codeOf(text.word(next), false) : mention.meaning().code();
    return code.isEmpty() ? null : worded(code, mention == null ? next : mention.last());
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
