package org.vigie.classifier.quantity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.Words;

/**
 * The signs and ISO 4217 codes of currencies.
 *
 * @param signs sign → the codes it may stand for, between spaces
 * @param prefixes letters beside a dollar sign → code
 * @param codes codes believed in capitals
 * @param lowerCase codes believed in lower case too
 * @param alsoWords codes that are words as well, in lower case
 */
record Currencies(
    Map<Character, String> signs,
    Map<String, String> prefixes,
    Set<String> codes,
    Set<String> lowerCase,
    Set<String> alsoWords) {
  Currencies {
    signs = Map.copyOf(signs);
    prefixes = Map.copyOf(prefixes);
    codes = Set.copyOf(codes);
    lowerCase = Set.copyOf(lowerCase);
    alsoWords = Set.copyOf(alsoWords);
  }

  static Currencies read(YamlMap yaml) {
    Map<Character, String> signs = new HashMap<>();
    YamlMap listed = yaml.map("signs");
    listed.keys().forEach(sign -> signs.put(sign.charAt(0), listed.text(sign)));
    YamlMap shared = yaml.map("shared");
    shared.keys().forEach(sign -> signs.put(sign.charAt(0), String.join(" ", shared.texts(sign))));
    Map<String, String> prefixes = new HashMap<>();
    YamlMap letters = yaml.map("prefixes");
    letters.keys().forEach(prefix -> prefixes.put(prefix, letters.text(prefix)));
    Set<String> codes =
        java.util.Currency.getAvailableCurrencies().stream()
            .map(java.util.Currency::getCurrencyCode)
            .collect(Collectors.toCollection(HashSet::new));
    return new Currencies(
        signs,
        prefixes,
        codes,
        Set.copyOf(yaml.texts("codes-in-lower-case")),
        Set.copyOf(yaml.texts("codes-that-are-words")));
  }

  /** Returns the codes that a sign may stand for, or nothing. */
  String ofSign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL || c == '\u5143'
        ? signs.getOrDefault(c, "")
        : "";
  }

  /**
   * Returns the code that a word is, or nothing.
   *
   * @param written the word as it was typed
   * @param beforeNumber whether it stands before its number, where a word is likelier
   */
  String ofCode(String written, boolean beforeNumber) {
    if (written.length() != 3) {
      return "";
    }
    String lower = written.toLowerCase(Locale.ROOT);
    if (lowerCase.contains(lower) && !(beforeNumber && alsoWords.contains(lower))) {
      return written.toUpperCase(Locale.ROOT);
    }
    boolean believed = codes.contains(written) && !(beforeNumber && alsoWords.contains(lower));
    return believed ? written : "";
  }

  /** Returns the code that letters beside a dollar sign tell, or nothing. */
  String ofPrefix(String word) {
    return prefixes.getOrDefault(Words.compared(word), "");
  }

  /**
   * Returns the one of several codes that is meant in a country.
   *
   * @param codes codes between spaces
   * @param country ISO 3166-1 alpha-2 code, or empty
   */
  static String meantIn(String country, String codes) {
    List<String> all = List.of(codes.split(" "));
    if (all.size() > 1 && country.length() == 2) {
      String own = currencyOf(country);
      if (all.contains(own)) {
        return own;
      }
    }
    return all.getFirst();
  }

  private static String currencyOf(String country) {
    try {
      java.util.Currency own = java.util.Currency.getInstance(Locale.of("", country));
      return own == null ? "" : own.getCurrencyCode();
    } catch (IllegalArgumentException e) {
      return ""; // the JDK's way to say that it is no country
    }
  }
}
