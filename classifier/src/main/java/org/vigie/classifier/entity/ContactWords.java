package org.vigie.classifier.entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * The words by which contacts are read, as {@code models/contact-words.yaml} lists them, all in the
 * form in which words are compared.
 *
 * @param at words said for {@code @}
 * @param ordinaryAt those of them that mean other things as well
 * @param dot words said for a dot
 * @param currency words beside which a number is an amount
 * @param unit units after a number that is a measurement
 * @param id words after which a number names a thing
 * @param phone words that announce a phone
 * @param topLevelDomains ends of host names believed without a scheme
 * @param weakNumbers number words that count only beside another
 * @param numbers number word → its value, 0 to 99
 * @param beginningsOfSigns how the words said for {@code @} and a dot begin
 * @param beginningsOfNumbers how words begin that bear on a spoken number
 */
record ContactWords(
    Set<String> at,
    Set<String> ordinaryAt,
    Set<String> dot,
    Set<String> currency,
    Set<String> unit,
    Set<String> id,
    Set<String> phone,
    Set<String> topLevelDomains,
    Set<String> weakNumbers,
    Map<String, Integer> numbers,
    WordBeginnings beginningsOfSigns,
    WordBeginnings beginningsOfNumbers) {
  static final String FILE = "contact-words.yaml";

  /** More words that announce a phone, which no model is trained with. */
  static final String PHONE_FILE = "phone-words.yaml";

  ContactWords {
    at = Set.copyOf(at);
    ordinaryAt = Set.copyOf(ordinaryAt);
    dot = Set.copyOf(dot);
    currency = Set.copyOf(currency);
    unit = Set.copyOf(unit);
    id = Set.copyOf(id);
    phone = Set.copyOf(phone);
    topLevelDomains = Set.copyOf(topLevelDomains);
    weakNumbers = Set.copyOf(weakNumbers);
    numbers = Map.copyOf(numbers);
  }

  static ContactWords load(Path models) throws IOException {
    YamlMap yaml =
        YamlMap.read(models.resolve(FILE))
            .allowOnly(
                "at-words",
                "ordinary-at-words",
                "dot-words",
                "currency-words",
                "unit-words",
                "id-words",
                "phone-words",
                "top-level-domains",
                "weak-number-words",
                "number-words");
    Map<String, Integer> numbers = new HashMap<>();
    YamlMap byLanguage = yaml.map("number-words");
    for (String language : byLanguage.keys()) {
      byLanguage
          .map(language)
          .numbers()
          .forEach((word, value) -> numbers.put(compared(word), requireSpoken(word, value)));
    }
    Set<String> at = compared(yaml.texts("at-words"));
    Set<String> dot = compared(yaml.texts("dot-words"));
    Set<String> signs = new HashSet<>(at);
    signs.addAll(dot);
    Set<String> spoken = new HashSet<>(numbers.keySet());
    spoken.addAll(DigitRuns.WORDS_BESIDE_NUMBERS);
    Set<String> phone = compared(yaml.texts("phone-words"));
    phone.addAll(
        compared(YamlMap.read(models.resolve(PHONE_FILE)).allowOnly("announce").texts("announce")));
    return new ContactWords(
        at,
        compared(yaml.texts("ordinary-at-words")),
        dot,
        compared(yaml.texts("currency-words")),
        compared(yaml.texts("unit-words")),
        compared(yaml.texts("id-words")),
        phone,
        compared(yaml.texts("top-level-domains")),
        compared(yaml.texts("weak-number-words")),
        numbers,
        new WordBeginnings(signs),
        new WordBeginnings(spoken));
  }

  private static int requireSpoken(String word, int value) {
    if (value < 0 || value > 99) {
      throw new IllegalArgumentException(
          FILE + ": number-words must be 0 to 99, but '" + word + "' is " + value);
    }
    return value;
  }

  private static Set<String> compared(List<String> words) {
    Set<String> compared = new HashSet<>();
    words.forEach(word -> compared.add(compared(word)));
    return compared;
  }

  private static String compared(String word) {
    return Words.compared(NormalizedText.of(word).folded());
  }
}
