package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;

/** Finds prices: numbers and ranges beside a currency, with what they are paid for. */
final class PriceFinder {
  /** Words between a price and an adverb before it: "monthly salary up to 1200 euro". */
  private static final int ADVERB_REACH = 4;

  private final QuantityText text;
  private final Currencies currencies;
  private final MoneyCountry country;
  private final List<Amount> amounts;
  private final List<Price> prices = new ArrayList<>();

  /** Position before which the text belongs to earlier prices. */
  private int floor;

  PriceFinder(
      QuantityText text, Currencies currencies, MoneyCountry country, List<Amount> amounts) {
    this.text = text;
    this.currencies = currencies;
    this.country = country;
    this.amounts = amounts;
  }

  List<Price> find() {
    int i = 0;
    while (i < amounts.size()) {
      i = readFrom(i);
    }
    return prices;
  }

  /** Reads the price that an amount begins, if it does; returns where to go on. */
  private int readFrom(int i) {
    Money first = money(amounts.get(i));
    if (i + 1 < amounts.size()) {
      int before = floor;
      floor = Math.max(floor, first.end());
      Money second = money(amounts.get(i + 1));
      floor = before;
      if (isRange(first, second)) {
        add(first, second, first.codes().isEmpty() ? second.codes() : first.codes());
        return i + 2;
      }
    }
    if (first.codes().isEmpty()) {
      return readHundredths(i);
    }
    int next = i + 1;
    Money whole = first;
    if (next < amounts.size() && first.value() == Math.rint(first.value())) {
      Money extended = withHundredths(first, amounts.get(next));
      next += extended == first ? 0 : 1;
      whole = extended;
    }
    add(whole, whole, whole.codes());
    return next;
  }

  private boolean isRange(Money first, Money second) {
    boolean priced = !first.codes().isEmpty() || !second.codes().isEmpty();
    boolean same =
        first.codes().isEmpty() || second.codes().isEmpty() || first.codes().equals(second.codes());
    if (!priced || !same || second.value() < first.value()) {
      return false;
    }
    if (text.isGap(first.end(), second.start(), " -\u2013\u2014\u2010\u2011", 4)) {
      return text.original(first.end(), Math.max(first.end() + 1, second.start()))
          .chars()
          .anyMatch(c -> c != ' ' && !Character.isDigit(c));
    }
    QuantityMention to = text.startingAt(first.last() + 1, QuantityRole.TO);
    boolean listing = text.startingAt(first.last() + 1, QuantityRole.AND) != null;
    return to != null
        && !(listing && !first.codes().isEmpty())
        && text.startOf(to.last() + 1) >= second.start()
        && text.isGap(first.end(), text.startOf(to.first()), " ", 1)
        && text.word(to.last()).end() < second.start()
        && text.isGap(text.word(to.last()).end(), second.start(), " ", 1);
  }

  private void add(Money first, Money second, String codes) {
    if (first.start() < floor) {
      return;
    }
    double scaled = scaled(first, second);
    prices.add(
        new Price(
            scaled,
            Math.max(scaled, second.value()),
            Currencies.meantIn(country, text.language(), codes),
            period(first, second),
            text.span(first.start(), second.end())));
    floor = second.end();
  }

  /** "2-3 million" is of millions on both sides. */
  private static double scaled(Money first, Money second) {
    boolean shared = second.factor() > 1 && first.factor() == 1 && first.value() < second.base();
    return shared ? first.value() * second.factor() : first.value();
  }

  /** Reads "50 cents". */
  private int readHundredths(int i) {
    Amount amount = amounts.get(i);
    QuantityMention mention = text.startingAt(amount.last() + 1, QuantityRole.HUNDREDTH);
    if (mention != null && isBeside(amount.end(), mention)) {
      int end = text.word(mention.last()).end();
      Money money =
          new Money(
              mention.meaning().code(),
              amount.value() / 100,
              1,
              amount.start(),
              end,
              amount.first(),
              mention.last());
      add(money, money, money.codes());
    }
    return i + 1;
  }

  /** Reads "3 dollars 50 cents", "3 dollars and 50" where nothing follows that 50 could count. */
  private Money withHundredths(Money money, Amount next) {
    if (isPointSign(money, next)) {
      return joined(money, next, next.end(), next.last());
    }
    QuantityMention and = text.startingAt(money.last() + 1, QuantityRole.AND);
    int from = and == null ? money.end() : text.word(and.last()).end();
    boolean joined = and == null || text.isGap(money.end(), text.startOf(and.first()), " ", 1);
    if (!joined
        || !text.isGap(from, next.start(), " ", 1)
        || next.value() >= 100
        || next.isLarge()
        || isFraction(money.last())) {
      return money;
    }
    QuantityMention unit = text.startingAt(next.last() + 1, QuantityRole.HUNDREDTH);
    boolean named = unit != null && isBeside(next.end(), unit);
    boolean left =
        next.isWhole() && ends(next.end()) && money.factor() == 1 && !isFraction(next.last());
    if (!named && !left) {
      return money;
    }
    int last = named && unit != null ? unit.last() : next.last();
    return joined(money, next, named ? text.word(last).end() : next.end(), last);
  }

  private static Money joined(Money money, Amount hundredths, int end, int last) {
    return new Money(
        money.codes(),
        money.value() + hundredths.value() / 100,
        1,
        money.start(),
        end,
        money.first(),
        last);
  }

  /** Returns whether a sign stands where the point would: "12€50". */
  private boolean isPointSign(Money money, Amount next) {
    return next.start() == money.end()
        && QuantityText.isCurrencySign(text.charAt(money.end() - 1))
        && next.end() - next.start() == 2
        && money.factor() == 1
        && text.isNumber(next.first());
  }

  /** Returns whether a number ends in hundredths: "2.00". */
  private boolean isFraction(int word) {
    return word > 0
        && text.isNumber(word)
        && text.isNumber(word - 1)
        && text.word(word).text().length() <= 2
        && text.isGap(text.word(word - 1).end(), text.word(word).start(), ".,", 1);
  }

  private boolean ends(int position) {
    char c = text.charAt(position);
    return c == '\n' || (".,;!?)".indexOf(c) >= 0 && !Character.isDigit(text.charAt(position + 1)));
  }

  private boolean isBeside(int end, QuantityMention mention) {
    return text.isGap(end, text.word(mention.first()).start(), " -", 1);
  }

  /** Reads an amount with the currency beside it, whose codes are empty if there is none. */
  private Money money(Amount amount) {
    CurrencyReader reader = new CurrencyReader(text, currencies, amount, country);
    CurrencyReader.Found before = reader.before(floor);
    CurrencyReader.Found after = reader.after();
    boolean ofNext = after != null && startsNumber(after.end());
    if (before != null && after != null && !ofNext && specifies(after.codes(), before.codes())) {
      return Money.of(
          amount, after.codes(), before.start(), after.end(), after.last(), after.factor());
    }
    if (before != null && (after == null || ofNext || !before.codes().equals(after.codes()))) {
      return Money.of(amount, before.codes(), before.start(), amount.end(), amount.last(), 1);
    }
    if (after == null) {
      return Money.of(amount, "", amount.start(), amount.end(), amount.last(), 1);
    }
    int start = before == null ? amount.start() : before.start();
    return Money.of(amount, after.codes(), start, after.end(), after.last(), after.factor());
  }

  /** Returns whether a word tells which of a sign's currencies is meant: "$ 500 pesos". */
  private static boolean specifies(String word, String sign) {
    List<String> meant = List.of(word.split(" "));
    return sign.contains(" ") && List.of(sign.split(" ")).containsAll(meant.subList(0, 1));
  }

  private boolean startsNumber(int position) {
    char c = text.charAt(text.charAt(position) == ' ' ? position + 1 : position);
    return c >= '0' && c <= '9';
  }

  private PricePeriod period(Money first, Money second) {
    PricePeriod after = periodAfter(second);
    if (after != PricePeriod.UNSTATED) {
      return after;
    }
    int lowest = Math.max(0, first.first() - ADVERB_REACH);
    for (int word = first.first() - 1; word >= lowest; word--) {
      if (text.clause(word) != text.clause(first.first())
          || text.word(word).end() <= floor && floor > 0) {
        break;
      }
      QuantityMention adverb = text.endingAt(word, QuantityRole.ADVERB);
      if (adverb != null) {
        return adverb.meaning().period();
      }
    }
    return PricePeriod.UNSTATED;
  }

  private PricePeriod periodAfter(Money money) {
    int end = money.end();
    int next = money.last() + 1;
    for (int fillers = 0; fillers < 3 && next < text.size(); fillers++) {
      int start = text.startOf(next);
      if (!text.isGap(end, start, " /-.()+\u2013", 4)) {
        break;
      }
      QuantityMention unit = slashIn(end, start) ? text.startingAt(next, QuantityRole.UNIT) : null;
      QuantityMention period = unit == null ? text.startingAt(next, QuantityRole.PERIOD) : unit;
      if (period != null) {
        return period.meaning().period();
      }
      QuantityMention filler = text.startingAt(next, QuantityRole.BETWEEN);
      if (filler == null) {
        break;
      }
      end = text.word(filler.last()).end();
      next = filler.last() + 1;
    }
    return PricePeriod.UNSTATED;
  }

  private boolean slashIn(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '/') {
        return true;
      }
    }
    return false;
  }

  private record Money(
      String codes, double value, double factor, int start, int end, int first, int last) {
    static Money of(Amount amount, String codes, int start, int end, int last, double factor) {
      return new Money(
          codes,
          amount.value() * factor,
          amount.factor() * factor,
          start,
          end,
          amount.first(),
          last);
    }

    double base() {
      return value / factor;
    }
  }
}
