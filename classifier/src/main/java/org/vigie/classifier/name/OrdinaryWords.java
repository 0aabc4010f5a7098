package org.vigie.classifier.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.classifier.place.CountryNames;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Words of one language that elsewhere are names or stand before names, as {@code
 * names/ordinary-words.yaml} lists them, in the form in which words are compared.
 *
 * @param language ISO 639-1 code, or anything else if it is unknown
 * @param givenNames listed given names that texts of the language have in small letters
 * @param announceNothing words such as "im", which is "I'm" in English and "in the" in German
 */
record OrdinaryWords(String language, Set<String> givenNames, Set<String> announceNothing) {
  static final String FILE = "names/ordinary-words.yaml";

  OrdinaryWords {
    givenNames = Set.copyOf(givenNames);
    announceNothing = Set.copyOf(announceNothing);
  }

  /** Returns those of each language by its ISO 639-1 code. */
  static Map<String, OrdinaryWords> load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("announce-nothing", "given-names");
    YamlMap announcing = yaml.map("announce-nothing");
    YamlMap given = yaml.map("given-names");
    Set<String> languages = new HashSet<>(announcing.keys());
    languages.addAll(given.keys());
    Map<String, OrdinaryWords> words = new HashMap<>();
    for (String language : languages) {
      words.put(
          language,
          new OrdinaryWords(language, compared(given, language), compared(announcing, language)));
    }
    return Map.copyOf(words);
  }

  /** Returns those of a language; none where it is unknown. */
  static OrdinaryWords in(Map<String, OrdinaryWords> byLanguage, String language) {
    OrdinaryWords listed = byLanguage.get(language);
    return listed == null ? new OrdinaryWords(language, Set.of(), Set.of()) : listed;
  }

  /** Returns whether a word is a country's name in the language: some of those are given names. */
  boolean isCountry(Word word) {
    return !CountryNames.in(List.of(word), language).isEmpty();
  }

  private static Set<String> compared(YamlMap yaml, String language) {
    return yaml.has(language)
        ? yaml.texts(language).stream()
            .map(word -> Words.compared(NormalizedText.of(word).folded()))
            .collect(Collectors.toSet())
        : Set.of();
  }
}
