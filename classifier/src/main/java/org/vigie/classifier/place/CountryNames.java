package org.vigie.classifier.place;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.text.Word;

/** The countries that a text names. */
public final class CountryNames {
  private static final int MOST_WORDS = 3;

  /** Languages whose names have cases: in others a name that ends otherwise is another. */
  private static final Set<String> WITH_CASES =
      Set.of(
          "pl", "cs", "sk", "uk", "ru", "be", "hr", "sr", "sl", "bs", "hu", "fi", "et", "lv", "lt",
          "el", "tr", "az", "ro", "sq", "hy", "ka");

  /** Names in other cases than the first mostly differ in these last letters alone. */
  private static final int LONGEST_ENDING = 2;

  private static final int LEAST_INFLECTED = 6;

  private static final Map<String, String> SHORT =
      Map.of("uk", "GB", "gb", "GB", "usa", "US", "uae", "AE", "eire", "IE");

  /** Language → the words with which its names begin: few of a text are any of them. */
  private static final Map<String, Set<String>> FIRST_WORDS = new ConcurrentHashMap<>();

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
    Set<String> firstWords = FIRST_WORDS.computeIfAbsent(language, CountryNames::firstWords);
    Set<String> found = new LinkedHashSet<>();
    for (int from = 0; from < words.size(); from++) {
      String first = words.get(from).text();
      if (firstWords.contains(first)) {
        addNamed(words, from, names, found);
      }
    }
    return List.copyOf(found);
  }

  private static Set<String> firstWords(String language) {
    return CountryNameTable.of(language).keySet().stream()
        .map(name -> name.split(" ", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void addNamed(
      List<Word> words, int from, Map<String, String> names, Set<String> found) {
    StringBuilder name = new StringBuilder();
    for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
      name.append(to == from ? "" : " ").append(words.get(to).text());
      String code = names.get(name.toString());
      if (code != null) {
        found.add(code);
      }
    }
  }

  /**
   * Returns the country that words are the name of, in whichever case of the language, or a short
   * name; empty if they are none.
   *
   * @param language ISO 639-1 code; in anything else short names alone are known
   */
  public static Optional<String> called(List<Word> words, String language) {
    String name = words.stream().map(Word::text).collect(Collectors.joining(" "));
    String code = SHORT.get(name);
    if (code == null && language.length() == 2) {
      code = CountryNameTable.of(language).get(name);
    }
    return Optional.ofNullable(code == null ? inflected(name, language) : code);
  }

  private static @Nullable String inflected(String name, String language) {
    if (!WITH_CASES.contains(language) || name.length() < LEAST_INFLECTED) {
      return null;
    }
    String stem = stem(name);
    return CountryNameTable.of(language).entrySet().stream()
        .filter(other -> other.getKey().length() >= LEAST_INFLECTED)
        .filter(other -> stem(other.getKey()).equals(stem))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - LONGEST_ENDING);
  }
}
