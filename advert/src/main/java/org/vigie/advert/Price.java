package org.vigie.advert;

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
}
