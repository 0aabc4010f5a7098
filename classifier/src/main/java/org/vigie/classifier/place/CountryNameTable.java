package org.vigie.classifier.place;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Names of countries as the JDK's copy of Unicode's CLDR has them in each language. */
public final class CountryNameTable {
  private static final Map<String, Map<String, String>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private CountryNameTable() {}

  /**
   * Returns the names of all countries, as words compare, with the codes of ISO 3166-1 alpha-2.
   *
   * @param language ISO 639-1 code
   */
  public static Map<String, String> of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, CountryNameTable::names);
  }

  private static Map<String, String> names(String language) {
    Map<String, String> names = new HashMap<>();
    Locale in = Locale.of(language);
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(in);
      StringBuilder compared = new StringBuilder();
      for (Word word : Words.of(NormalizedText.of(name))) {
        compared.append(compared.isEmpty() ? "" : " ").append(word.text());
      }
      names.putIfAbsent(compared.toString(), code);
    }
    return names;
  }
}
