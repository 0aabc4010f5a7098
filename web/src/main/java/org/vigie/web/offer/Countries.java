package org.vigie.web.offer;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names of countries in the languages of the offer checker, as the JDK has them. */
public final class Countries {
  private Countries() {}

  /**
   * Returns the names of some countries by their codes, in the order of the names.
   *
   * @param tag tag of the language
   * @param codes ISO 3166-1 alpha-2 codes in capitals
   */
  public static Map<String, String> named(String tag, Collection<String> codes) {
    // The names of countries in Tagalog are those of Filipino, which is its standard form.
    Locale locale = Locale.of(tag.equals("tl") ? "fil" : tag);
    Comparator<Object> byName = Collator.getInstance(Locale.of(tag));
    Map<String, String> named = new LinkedHashMap<>();
    codes.stream()
        .distinct()
        .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
        .sorted(Map.Entry.comparingByValue(byName::compare))
        .forEach(entry -> named.put(entry.getKey(), entry.getValue()));
    return named;
  }
}
