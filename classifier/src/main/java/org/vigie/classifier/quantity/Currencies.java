package org.vigie.classifier.quantity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.Words;

/**
 * The signs and ISO 4217 codes of currencies.
 *
 * @param signs sign → the codes it may stand for, between spaces
 * @param prefixes letters beside a dollar sign → code
 * @param slashed letters before a slash → code
 * @param letters capitals right before a number → code, in its own countries
 * @param codes codes believed in capitals
 * @param lowerCase codes believed in lower case too
 * @param alsoWords codes that are words as well, in lower case
 * @param marks letters behind a number → the codes they may stand for, between spaces, each in its
 *     own countries
 */
record Currencies(
    Map<Character, String> signs,
    Map<String, String> prefixes,
    Map<String, String> slashed,
    Map<String, String> letters,
    Set<String> codes,
    Set<String> lowerCase,
    Set<String> alsoWords,
    Map<String, String> marks) {
  Currencies {
    signs = Map.copyOf(signs);
    prefixes = Map.copyOf(prefixes);
    slashed = Map.copyOf(slashed);
    letters = Map.copyOf(letters);
    codes = Set.copyOf(codes);
    lowerCase = Set.copyOf(lowerCase);
    alsoWords = Set.copyOf(alsoWords);
    marks = Map.copyOf(marks);
  }

  static Currencies read(ImageIn in) {
    Map<Character, String> signs = new HashMap<>();
    texts(in).forEach((sign, codes) -> signs.put(sign.charAt(0), codes));
    return new Currencies(
        signs,
        texts(in),
        texts(in),
        texts(in),
        Set.copyOf(in.texts()),
        Set.copyOf(in.texts()),
        Set.copyOf(in.texts()),
        texts(in));
  }

  void write(ImageOut out) {
    Map<String, String> bySign = new HashMap<>();
    signs.forEach((sign, named) -> bySign.put(String.valueOf(sign), named));
    for (Map<String, String> texts : List.of(bySign, prefixes, slashed, letters)) {
      write(texts, out);
    }
    for (Set<String> texts : List.of(codes, lowerCase, alsoWords)) {
      out.texts(texts.stream().sorted().toList());
    }
    write(marks, out);
  }

  private static void write(Map<String, String> texts, ImageOut out) {
    List<String> keys = texts.keySet().stream().sorted().toList();
    out.texts(keys);
    out.texts(keys.stream().map(texts::get).toList());
  }

  private static Map<String, String> texts(ImageIn in) {
    List<String> keys = in.texts();
    List<String> values = in.texts();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      texts.put(keys.get(i), values.get(i));
    }
    return texts;
  }

  static Currencies read(YamlMap yaml) {
    Map<Character, String> signs = new HashMap<>();
    YamlMap listed = yaml.map("signs");
    listed.keys().forEach(sign -> signs.put(sign.charAt(0), listed.text(sign)));
    YamlMap shared = yaml.map("shared");
    shared.keys().forEach(sign -> signs.put(sign.charAt(0), String.join(" ", shared.texts(sign))));
    Set<String> codes =
        java.util.Currency.getAvailableCurrencies().stream()
            .map(java.util.Currency::getCurrencyCode)
            .collect(Collectors.toCollection(HashSet::new));
    return new Currencies(
        signs,
        texts(yaml.map("prefixes")),
        texts(yaml.map("slashed")),
        texts(yaml.map("letters")),
        codes,
        Set.copyOf(yaml.texts("codes-in-lower-case")),
        Set.copyOf(yaml.texts("codes-that-are-words")),
        CurrencyMarks.in(Set.copyOf(SpokenNumbers.languages())));
  }

  private static Map<String, String> texts(YamlMap yaml) {
    Map<String, String> texts = new HashMap<>();
    yaml.keys().forEach(key -> texts.put(key, yaml.text(key)));
    return texts;
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

  /** Returns the code that a letter before a slash tells, or nothing. */
  String ofSlashed(String word) {
    return slashed.getOrDefault(word, "");
  }

  /** Returns the code that a capital right before a number may tell, or nothing. */
  String ofLetter(String written) {
    return letters.getOrDefault(written, "");
  }

  /** Returns the codes that a country's own mark behind a number may stand for, or nothing. */
  String ofMark(String written) {
    return marks.getOrDefault(written, "");
  }

  /** Returns the one of a mark's codes that is meant in a country, or nothing. */
  static String meantIn(MoneyCountry country, String codes) {
    String own = codes.isEmpty() ? "" : CountryCurrencies.of(country.of(codes));
    return own.isEmpty() || !List.of(codes.split(" ")).contains(own) ? "" : own;
  }

  /**
   * Returns the one of several codes that is meant in a country, else where a language is mostly
   * written, else the first.
   *
   * @param language ISO 639-1 code, or anything else
   * @param codes codes between spaces
   */
  static String meantIn(MoneyCountry country, String language, String codes) {
    if (codes.indexOf(' ') < 0) {
      return codes;
    }
    List<String> all = List.of(codes.split(" "));
    String own = CountryCurrencies.of(country.of(codes));
    if (!all.contains(own) && language.length() == 2) {
      own = CountryCurrencies.ofLanguage(language);
    }
    return all.contains(own) ? own : all.getFirst();
  }
}
