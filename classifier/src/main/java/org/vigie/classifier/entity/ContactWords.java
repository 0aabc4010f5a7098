package org.vigie.classifier.entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * The words by which contacts are read, as {@code models/contact-words.yaml} lists them, all in the
 * form in which words are compared.
 *
 * @param address what addresses are made of
 * @param spoken what numbers are spoken with
 * @param currency words beside which a number is an amount
 * @param unit units after a number that is a measurement
 * @param id words after which a number names a thing
 * @param phone words that announce a phone
 */
record ContactWords(
    Addresses address,
    Numbers spoken,
    Set<String> currency,
    Set<String> unit,
    Set<String> id,
    Set<String> phone) {
  static final String FILE = "contact-words.yaml";

  /** More words that announce a phone, which no model is trained with. */
  static final String PHONE_FILE = "phone-words.yaml";

  ContactWords {
    currency = Set.copyOf(currency);
    unit = Set.copyOf(unit);
    id = Set.copyOf(id);
    phone = Set.copyOf(phone);
  }

  /**
   * What addresses are made of.
   *
   * @param at words said for {@code @}
   * @param ordinaryAt those of them that mean other things as well
   * @param bracketedAt more of them, in brackets alone
   * @param dot words said for a dot
   * @param underscores first word said for an underscore → the words that follow it, one list for
   *     each way to say it
   * @param unspacedUnderscores those of scripts without spaces
   * @param topLevelDomains ends of host names believed without a scheme
   * @param beginnings how the words said for {@code @} and a dot begin
   */
  record Addresses(
      Set<String> at,
      Set<String> ordinaryAt,
      Set<String> bracketedAt,
      Set<String> dot,
      Map<String, List<List<String>>> underscores,
      List<String> unspacedUnderscores,
      Set<String> topLevelDomains,
      WordBeginnings beginnings) {
    Addresses {
      at = Set.copyOf(at);
      ordinaryAt = Set.copyOf(ordinaryAt);
      bracketedAt = Set.copyOf(bracketedAt);
      dot = Set.copyOf(dot);
      underscores = Map.copyOf(underscores);
      unspacedUnderscores = List.copyOf(unspacedUnderscores);
      topLevelDomains = Set.copyOf(topLevelDomains);
    }

    private static Addresses of(YamlMap yaml) {
      Set<String> at = compared(yaml.texts("at-words"));
      Set<String> dot = compared(yaml.texts("dot-words"));
      Set<String> signs = new HashSet<>(at);
      signs.addAll(dot);
      List<String> said = yaml.texts("underscore-words");
      Map<String, List<List<String>>> underscores = phrases(said);
      signs.addAll(underscores.keySet());
      return new Addresses(
          at,
          compared(yaml.texts("ordinary-at-words")),
          compared(yaml.texts("bracketed-at-words")),
          dot,
          underscores,
          said.stream().filter(word -> UnspacedNumbers.mayHold(word.charAt(0))).toList(),
          compared(yaml.texts("top-level-domains")),
          new WordBeginnings(signs));
    }
  }

  private static Map<String, List<List<String>>> phrases(List<String> said) {
    Map<String, List<List<String>>> underscores = new HashMap<>();
    for (String phrase : said) {
      List<String> words = Stream.of(phrase.split(" ")).map(ContactWords::compared).toList();
      underscores
          .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
          .add(words.subList(1, words.size()));
    }
    return underscores;
  }

  /**
   * What numbers are spoken with.
   *
   * @param values number word → its value, 0 to 99, or hundreds
   * @param ofLanguage ISO 639-1 code → words that are numbers in that language's texts alone, and
   *     count only beside another
   * @param weak number words that count only beside another
   * @param hundreds words that make hundreds of the digit before them
   * @param beginnings how words begin that bear on a spoken number
   */
  record Numbers(
      Map<String, Integer> values,
      Map<String, Map<String, Integer>> ofLanguage,
      Set<String> weak,
      Set<String> hundreds,
      WordBeginnings beginnings) {
    Numbers {
      values = Map.copyOf(values);
      ofLanguage = Map.copyOf(ofLanguage);
      weak = Set.copyOf(weak);
      hundreds = Set.copyOf(hundreds);
    }

    private static Numbers of(YamlMap yaml) {
      Map<String, Integer> values = new HashMap<>();
      byLanguage(yaml.map("number-words")).values().forEach(values::putAll);
      Map<String, Map<String, Integer>> ofLanguage =
          byLanguage(yaml.map("number-words-of-one-language"));
      Set<String> hundreds = compared(yaml.texts("hundred-words"));
      Set<String> spoken = new HashSet<>(values.keySet());
      ofLanguage.values().forEach(words -> spoken.addAll(words.keySet()));
      spoken.addAll(hundreds);
      spoken.addAll(DigitRuns.WORDS_BESIDE_NUMBERS);
      spoken.addAll(SaidInParts.THEN);
      return new Numbers(
          values,
          ofLanguage,
          compared(yaml.texts("weak-number-words")),
          hundreds,
          new WordBeginnings(spoken));
    }

    private static Map<String, Map<String, Integer>> byLanguage(YamlMap yaml) {
      Map<String, Map<String, Integer>> byLanguage = new HashMap<>();
      for (String language : yaml.keys()) {
        Map<String, Integer> words = new HashMap<>();
        yaml.map(language)
            .numbers()
            .forEach((word, value) -> words.put(compared(word), requireSpoken(word, value)));
        byLanguage.put(language, Map.copyOf(words));
      }
      return byLanguage;
    }
  }

  static ContactWords load(Path models) throws IOException {
    YamlMap yaml =
        YamlMap.read(models.resolve(FILE))
            .allowOnly(
                "at-words",
                "ordinary-at-words",
                "bracketed-at-words",
                "underscore-words",
                "dot-words",
                "currency-words",
                "unit-words",
                "id-words",
                "phone-words",
                "top-level-domains",
                "weak-number-words",
                "number-words",
                "number-words-of-one-language",
                "hundred-words");
    Set<String> phone = compared(yaml.texts("phone-words"));
    phone.addAll(
        compared(YamlMap.read(models.resolve(PHONE_FILE)).allowOnly("announce").texts("announce")));
    return new ContactWords(
        Addresses.of(yaml),
        Numbers.of(yaml),
        compared(yaml.texts("currency-words")),
        compared(yaml.texts("unit-words")),
        compared(yaml.texts("id-words")),
        phone);
  }

  private static int requireSpoken(String word, int value) {
    if (value < 0 || value > 99 && (value % 100 != 0 || value > 900)) {
      throw new IllegalArgumentException(
          FILE
              + ": number-words must be 0 to 99, or hundreds to 900, but '"
              + word
              + "' is "
              + value);
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
