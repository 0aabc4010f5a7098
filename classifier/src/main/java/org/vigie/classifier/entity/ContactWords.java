package org.vigie.classifier.entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.classifier.digit.NumberWords;
import org.vigie.classifier.digit.UnspacedNumbers;
import org.vigie.classifier.digit.WordBeginnings;
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
    NumberWords spoken,
    Set<String> currency,
    Set<String> unit,
    Set<String> id,
    Set<String> phone) {
  private static final Pattern SPACE = Pattern.compile(" ");

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
      List<String> words = Arrays.stream(SPACE.split(phrase)).map(ContactWords::compared).toList();
      underscores
          .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
          .add(words.subList(1, words.size()));
    }
    return underscores;
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
                "hundred-words",
                "then-words");
    Set<String> phone = compared(yaml.texts("phone-words"));
    phone.addAll(
        compared(YamlMap.read(models.resolve(PHONE_FILE)).allowOnly("announce").texts("announce")));
    return new ContactWords(
        Addresses.of(yaml),
        numbers(yaml),
        compared(yaml.texts("currency-words")),
        compared(yaml.texts("unit-words")),
        compared(yaml.texts("id-words")),
        phone);
  }

  private static NumberWords numbers(YamlMap yaml) {
    try {
      return NumberWords.of(yaml);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(FILE + ": " + e.getMessage(), e);
    }
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
