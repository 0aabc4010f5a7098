package org.vigie.classifier.quantity;

/** Tells which country an amount of money is of that could be of several. */
@FunctionalInterface
public interface MoneyCountry {
  /**
   * Returns the ISO 3166-1 alpha-2 code of the country, or nothing.
   *
   * @param codes ISO 4217 codes of the money that it may be, between spaces
   */
  String of(String codes);
}
