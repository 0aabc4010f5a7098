package org.vigie.classifier.quantity;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The full names of the currencies in use, such as "Polish zlotys", in every number, as Unicode's
 * CLDR gives them.
 *
 * @see <a href="https://cldr.unicode.org/translation/currency-names-and-symbols">CLDR</a>
 */
final class CurrencyNames {
  private CurrencyNames() {}

  /** Returns the ISO 4217 codes of all currencies that are paid with. */
  static List<String> inUse() {
    return CurrencyMetaInfo.getInstance().currencies(CurrencyFilter.now().withTender());
  }

  /**
   * Returns name → ISO 4217 code.
   *
   * @param languages ISO 639-1 codes
   * @param codes ISO 4217 codes of the currencies to be named
   */
  static Map<String, String> in(List<String> languages, List<String> codes) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String language : languages) {
      ULocale locale = ULocale.forLanguageTag(language);
      for (String code : codes) {
        Currency currency = Currency.getInstance(code);
        for (String number : PluralRules.forLocale(locale).getKeywords()) {
          String name = currency.getName(locale, Currency.PLURAL_LONG_NAME, number, null);
          if (!name.equals(code) && name.chars().anyMatch(Character::isLetter)) {
            names.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
          }
        }
      }
    }
    return names;
  }
}
