package org.vigie.classifier.digit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * The words that numbers are spoken with.
 *
 * @param values number word → its value, 0 to 99, or hundreds
 * @param ofLanguage ISO 639-1 code → words that are numbers in that language's texts alone, and
 *     count only beside another
 * @param weak number words that count only beside another
 * @param hundreds words that make hundreds of the digit before them
 * @param then words that lead to the next part of a number
 * @param beginnings how words begin that bear on a spoken number
 */
public record NumberWords(
    Map<String, Integer> values,
    Map<String, Map<String, Integer>> ofLanguage,
    Set<String> weak,
    Set<String> hundreds,
    Set<String> then,
    WordBeginnings beginnings) {
  public NumberWords {
    values = Map.copyOf(values);
    ofLanguage = Map.copyOf(ofLanguage);
    weak = Set.copyOf(weak);
    hundreds = Set.copyOf(hundreds);
    then = Set.copyOf(then);
  }

  /**
   * Reads the words of a file.
   *
   * @throws IllegalArgumentException if a word has a value that is none of these
   */
  public static NumberWords of(YamlMap yaml) {
    Map<String, Integer> values = new HashMap<>();
    byLanguage(yaml.map("number-words")).values().forEach(values::putAll);
    Map<String, Map<String, Integer>> ofLanguage =
        byLanguage(yaml.map("number-words-of-one-language"));
    Set<String> hundreds = compared(yaml.texts("hundred-words"));
    Set<String> then = compared(yaml.texts("then-words"));
    Set<String> spoken = new HashSet<>(values.keySet());
    ofLanguage.values().forEach(words -> spoken.addAll(words.keySet()));
    spoken.addAll(hundreds);
    spoken.addAll(DigitRuns.WORDS_BESIDE_NUMBERS);
    spoken.addAll(then);
    return new NumberWords(
        values,
        ofLanguage,
        compared(yaml.texts("weak-number-words")),
        hundreds,
        then,
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

  private static int requireSpoken(String word, int value) {
    if (value < 0 || value > 99 && (value % 100 != 0 || value > 900)) {
      throw new IllegalArgumentException(
          "number-words must be 0 to 99, or hundreds to 900, but '" + word + "' is " + value);
    }
    return value;
  }

  private static Set<String> compared(List<String> words) {
    return words.stream().map(NumberWords::compared).collect(Collectors.toSet());
  }

  private static String compared(String word) {
    return Words.compared(NormalizedText.of(word).folded());
  }
}
