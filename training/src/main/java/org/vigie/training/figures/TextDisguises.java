package org.vigie.training.figures;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Ways in which a text is written so that machines read it badly and people read it still. */
final class TextDisguises {
  private static final String LATIN = "aceopxyi";
  private static final String CYRILLIC = "\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456";
  private static final String LEET_FROM = "aeiost";
  private static final String LEET_TO = "431057";

  private TextDisguises() {}

  /** Returns name → writer, which draws by chance where to disguise. */
  static Map<String, BiFunction<String, Random, String>> all() {
    Map<String, BiFunction<String, Random, String>> all = new TreeMap<>();
    all.put("zero-width spaces inside words", (t, r) -> inside(t, r, "\u200B"));
    all.put("soft hyphens inside words", (t, r) -> inside(t, r, "\u00AD"));
    all.put("Cyrillic look-alikes", (t, r) -> exchanged(t, r, LATIN, CYRILLIC));
    all.put("digits for letters", (t, r) -> exchanged(t, r, LEET_FROM, LEET_TO));
    all.put("full-width letters", (t, r) -> shifted(t, r));
    all.put("combining marks", (t, r) -> inside(t, r, "\u0336"));
    all.put("capitals by turns", (t, r) -> capitals(t));
    all.put("direction marks", (t, r) -> inside(t, r, "\u200E"));
    all.put("repeated letters", (t, r) -> repeated(t, r));
    all.put("dotted words", (t, r) -> dotted(t, r));
    return all;
  }

  /** One in eight letters that follow a letter gets a sign before it. */
  private static String inside(String text, Random random, String sign) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && isLetter(text, i) && isLetter(text, i - 1) && random.nextInt(8) == 0) {
        out.append(sign);
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /** One in six letters that have a look-alike is exchanged for it. */
  private static String exchanged(String text, Random random, String from, String to) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int at = from.indexOf(text.charAt(i));
      if (at >= 0 && random.nextInt(6) == 0) {
        out.setCharAt(i, to.charAt(at));
      }
    }
    return out.toString();
  }

  private static String shifted(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x7F && Character.isLetter(c) && random.nextInt(3) == 0) {
        out.setCharAt(i, (char) (c - 0x20 + 0xFF00));
      }
    }
    return out.toString();
  }

  private static String capitals(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i += 2) {
      out.setCharAt(i, Character.toUpperCase(text.charAt(i)));
    }
    return out.toString();
  }

  /** One in twelve letters stands three times. */
  private static String repeated(String text, Random random) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      if (isLetter(text, i) && random.nextInt(12) == 0) {
        out.append(c).append(c);
      }
    }
    return out.toString();
  }

  /** One in ten words has dots between its letters. */
  private static String dotted(String text, Random random) {
    StringBuilder out = new StringBuilder(text.length());
    for (String word : text.splitWithDelimiters("[^\\p{L}]", 0)) {
      boolean disguise = word.length() > 3 && random.nextInt(10) == 0;
      out.append(disguise ? String.join(".", word.split("")) : word);
    }
    return out.toString();
  }

  private static boolean isLetter(String text, int i) {
    return Character.isLetter(text.charAt(i));
  }
}
