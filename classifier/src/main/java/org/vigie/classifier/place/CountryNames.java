package org.vigie.classifier.place;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Names of countries as the JDK's copy of Unicode's CLDR has them in each language. */
public final class CountryNames {
  private static final int MOST_WORDS = 3;

  private static final Map<String, Map<String, String>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private CountryNames() {}

  /**
   * Returns the countries that words name, as ISO 3166-1 alpha-2 codes in order of appearance.
   *
   * @param language ISO 639-1 code; in anything else no country is known
   */
  public static List<String> in(List<Word> words, String language) {
    if (language.length() != 2) {
      return List.of();
    }
    Map<String, String> names = BY_LANGUAGE.computeIfAbsent(language, CountryNames::names);
    Set<String> found = new LinkedHashSet<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder name = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
        name.append(to == from ? "" : " ").append(words.get(to).text());
        String code = names.get(name.toString());
        if (code != null) {
          found.add(code);
        }
      }
    }
    return List.copyOf(found);
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
