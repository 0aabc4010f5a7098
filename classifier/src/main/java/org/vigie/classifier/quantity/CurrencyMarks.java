package org.vigie.classifier.quantity;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The letters that countries write for their own money, such as "KM" in Bosnia and "DA" in Algeria,
 * as Unicode's CLDR gives them. Elsewhere most are other words, so that they count only where the
 * money is known to be of that country.
 *
 * @see <a href="https://cldr.unicode.org/translation/currency-names-and-symbols">CLDR</a>
 */
final class CurrencyMarks {
  /** A single letter needs the number to touch it, and words without a capital are words. */
  private static final Pattern MARK = Pattern.compile("\\p{L}*\\p{Lu}\\p{L}*");

  private static final int SHORTEST = 2;

  /** What is written in English for riyals, whose country CLDR writes in Arabic alone. */
  private static final Map<String, String> ALSO = Map.of("SR", "SAR");

  private CurrencyMarks() {}

  /**
   * Returns mark as it is written → the ISO 4217 codes that it may stand for, between spaces.
   *
   * @param languages ISO 639-1 codes of languages in which texts are read
   */
  static Map<String, String> in(Set<String> languages) {
    Map<String, String> marks = new TreeMap<>(ALSO);
    for (ULocale locale : ULocale.getAvailableLocales()) {
      boolean isRead = languages.contains(locale.getLanguage());
      String code = isRead ? CountryCurrencies.of(locale.getCountry()) : "";
      String mark =
          code.isEmpty()
              ? ""
              : Currency.getInstance(code).getName(locale, Currency.SYMBOL_NAME, null);
      if (mark.length() >= SHORTEST && !mark.equals(code) && MARK.matcher(mark).matches()) {
        marks.merge(mark, code, CurrencyMarks::joined);
      }
    }
    return marks;
  }

  private static String joined(String codes, String code) {
    return (" " + codes + " ").contains(" " + code + " ") ? codes : codes + " " + code;
  }
}
