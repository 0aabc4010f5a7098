package org.vigie.classifier.quantity;

import com.ibm.icu.util.ULocale;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The currency of each country, as the JDK has it. */
public final class CountryCurrencies {
  private static final Map<String, String> OF_COUNTRY = new ConcurrentHashMap<>();
  private static final Map<String, String> OF_LANGUAGE = new ConcurrentHashMap<>();

  private CountryCurrencies() {}

  /**
   * Returns the code of a country's currency, or nothing.
   *
   * @param country ISO 3166-1 alpha-2 code, or anything else
   */
  public static String of(String country) {
    if (country.length() != 2) {
      return "";
    }
    // No more are kept than there can be codes.
    return isCapital(country.charAt(0)) && isCapital(country.charAt(1))
        ? OF_COUNTRY.computeIfAbsent(country, CountryCurrencies::find)
        : find(country);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static String find(String country) {
    try {
      Currency own = Currency.getInstance(Locale.of("", country));
      return own == null ? "" : own.getCurrencyCode();
    } catch (IllegalArgumentException e) {
      return ""; // the JDK's way to say that it is no country
    }
  }

  /**
   * Returns the code of the currency of the country in which most people who speak a language live,
   * or nothing.
   *
   * @param language ISO 639-1 code
   */
  public static String ofLanguage(String language) {
    return OF_LANGUAGE.computeIfAbsent(
        language, code -> of(ULocale.addLikelySubtags(ULocale.forLanguageTag(code)).getCountry()));
  }
}
