package org.vigie.advert;

import java.util.Locale;

/**
 * An amount of money that an advert's text names, or a range of amounts.
 *
 * @param least the amount, or the lower end of a range, in units of the currency, at least 0
 * @param most the amount, or the upper end, at least {@code least}
 * @param currency ISO 4217 code in capitals; {@code BTC}, {@code ETH} and {@code USDT} stand for
 *     those that ISO 4217 doesn't list
 * @param period what it is paid for
 * @param span where it stands, without the period
 */
public record Price(double least, double most, String currency, PricePeriod period, Span span) {
  public Price {
    if (!(least >= 0 && most >= least)) {
      throw new IllegalArgumentException(
          "a price needs 0 <= least <= most, but was [" + least + ", " + most + "]");
    }
  }

  /** Returns it without its place: {@code 100 EUR hour}, or {@code 100-150 EUR}. */
  public String written() {
    String amount = least == most ? number(least) : number(least) + "-" + number(most);
    return "%s %s %s".formatted(amount, currency, period.label()).replace(" unstated", "");
  }

  private static String number(double amount) {
    return amount == Math.rint(amount) && amount < 1e15
        ? Long.toString((long) amount)
        : String.format(Locale.ROOT, "%.2f", amount);
  }
}
