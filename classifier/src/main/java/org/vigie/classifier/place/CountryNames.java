package org.vigie.classifier.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.text.Word;

/** The countries that a text names. */
public final class CountryNames {
  private static final int MOST_WORDS = 3;

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
    Map<String, String> names = CountryNameTable.of(language);
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
}
