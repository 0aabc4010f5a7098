package org.vigie.training.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The ways in which the disguise suite writes a phone number. */
final class PhoneDisguises {
  private static final String CYRILLIC_O = "\u043E";

  private PhoneDisguises() {}

  /** Returns name → writer, which takes digits as dialled and the ten digit words of a language. */
  static Map<String, BiFunction<String, List<String>, String>> all() {
    Map<String, BiFunction<String, List<String>, String>> all = new TreeMap<>();
    separators(all);
    signs(all);
    lookalikes(all);
    words(all);
    return all;
  }

  private static void separators(Map<String, BiFunction<String, List<String>, String>> all) {
    put(all, "plain", d -> d);
    put(all, "groups with spaces", d -> grouped(d, " "));
    put(all, "groups with dots", d -> grouped(d, "."));
    put(all, "groups with dashes", d -> grouped(d, "-"));
    put(all, "groups with slashes", d -> grouped(d, " / "));
    put(all, "groups with stars", d -> grouped(d, "*"));
    put(all, "groups with underscores", d -> grouped(d, "_"));
    put(all, "groups with emoji", d -> grouped(d, "\uD83C\uDF39"));
    put(all, "groups with bullets", d -> grouped(d, " \u2022 "));
    put(all, "groups with vertical bars", d -> grouped(d, "|"));
    put(all, "digits with spaces", d -> spaced(d, " "));
    put(all, "digits with dots", d -> spaced(d, "."));
    put(all, "digits with commas", d -> spaced(d, ", "));
    put(all, "digits in brackets", d -> "(" + spaced(d, ")(") + ")");
  }

  private static void signs(Map<String, BiFunction<String, List<String>, String>> all) {
    put(all, "keycaps", d -> d.replaceAll("(.)", "$1\uFE0F\u20E3"));
    put(all, "full-width", d -> shifted(d, 0xFF10));
    put(all, "Arabic-Indic", d -> shifted(d, 0x660));
    put(all, "Persian", d -> shifted(d, 0x6F0));
    put(all, "Devanagari", d -> shifted(d, 0x966));
    put(all, "bold", d -> shifted(d, 0x1D7CE));
    put(all, "double-struck", d -> shifted(d, 0x1D7D8));
    put(all, "monospace", d -> shifted(d, 0x1D7F6));
    put(all, "superscript and circled", d -> d.replace('1', '\u2460').replace('2', '\u00B2'));
    put(all, "zero-width spaces", d -> spaced(d, "\u200B"));
    put(all, "soft hyphens", d -> spaced(d, "\u00AD"));
    put(all, "direction marks", d -> "\u202D" + d + "\u202C");
    put(all, "thin spaces", d -> spaced(d, "\u2009"));
  }

  private static void lookalikes(Map<String, BiFunction<String, List<String>, String>> all) {
    put(all, "letter O", d -> d.replace('0', 'O'));
    put(all, "letter o and l", d -> d.replace('0', 'o').replace('1', 'l'));
    put(all, "Cyrillic o", d -> d.replace("0", CYRILLIC_O));
    put(all, "letter O in groups", d -> grouped(d.replace('0', 'O'), " "));
  }

  private static void words(Map<String, BiFunction<String, List<String>, String>> all) {
    all.put("digit words", (d, w) -> spoken(d, w, " ", 1));
    all.put("digit words with dashes", (d, w) -> spoken(d, w, "-", 1));
    all.put("digit words with commas", (d, w) -> spoken(d, w, ", ", 1));
    all.put("digit words with dots", (d, w) -> spoken(d, w, "... ", 1));
    all.put("digit words in capitals", (d, w) -> spoken(d, w, " ", 1).toUpperCase(Locale.ROOT));
    all.put("every other digit a word", (d, w) -> spoken(d, w, " ", 2));
    all.put("every third digit a word", (d, w) -> spoken(d, w, " ", 3));
    all.put("every fourth digit a word, dashes", (d, w) -> spoken(d, w, "-", 4));
    all.put("words and emoji", (d, w) -> spoken(d, w, " \u2764 ", 1));
  }

  private static void put(
      Map<String, BiFunction<String, List<String>, String>> all,
      String name,
      UnaryOperator<String> writer) {
    all.put(name, (digits, words) -> writer.apply(digits));
  }

  private static String grouped(String digits, String separator) {
    int cut = digits.length() - 6;
    return String.join(
        separator,
        digits.substring(0, cut),
        digits.substring(cut, cut + 3),
        digits.substring(cut + 3));
  }

  private static String spaced(String digits, String separator) {
    return String.join(separator, digits.split(""));
  }

  private static String shifted(String digits, int zero) {
    StringBuilder shifted = new StringBuilder();
    digits.chars().forEach(c -> shifted.appendCodePoint(zero + c - '0'));
    return shifted.toString();
  }

  /** Every {@code step}-th digit as a word. */
  private static String spoken(String digits, List<String> words, String separator, int step) {
    StringBuilder spoken = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      spoken.append(i == 0 ? "" : separator).append(i % step == 0 ? words.get(digit) : digit);
    }
    return spoken.toString();
  }
}
