package org.vigie.training.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.vigie.advert.Span;
import org.vigie.classifier.name.NameList;

/**
 * Makes sentences whose names are known, of templates and listed names.
 *
 * <p>The names trained on and those measured on are different ones; which a name is, its hash says.
 */
final class SyntheticNames {
  /** One name in so many is kept for measuring. */
  private static final int APART = 5;

  /** One in so many listed names that are common words as well is a name in a sentence. */
  private static final int COMMON_NAMES = 4;

  private static final double FOREIGN = 0.3;
  private static final double IN_CAPITALS = 0.06;
  private static final double IN_SMALL_LETTERS = 0.06;
  private static final double HEADLINE = 0.06;

  private static final String SLOTS = "NFTDYWL";

  private static final Locale TURKISH = Locale.forLanguageTag("tr");

  private final Map<String, List<String>> given = new HashMap<>();
  private final Map<String, List<String>> family = new HashMap<>();
  private final Map<String, List<String>> common = new HashMap<>();
  private final Map<String, List<String>> small = new HashMap<>();
  private final List<String> towns;
  private final Random random;

  /**
   * A maker of sentences.
   *
   * @param templates what is made sentences of; their own words fill slots as well
   * @param apart whether of the names and towns kept for measuring, or of the others
   */
  SyntheticNames(NameList list, NameTemplates templates, boolean apart, Random random) {
    this.random = random;
    for (NameList.Entry entry : list.entries()) {
      if (!entry.written().isEmpty() && isApart(entry.compared()) == apart) {
        for (String language : entry.languages()) {
          String key = language + script(entry.written());
          add(entry, key);
          add(entry, script(entry.written()));
        }
      }
    }
    templates.train().forEach((language, sentences) -> small.put(language, smallWords(sentences)));
    this.towns = templates.towns().stream().filter(town -> isApart(town) == apart).toList();
  }

  private static List<String> smallWords(List<String> sentences) {
    return sentences.stream()
        .flatMap(sentence -> Arrays.stream(sentence.split("[^\\p{L}]+")))
        .filter(word -> word.length() > 1 && !Character.isUpperCase(word.charAt(0)))
        .toList();
  }

  private void add(NameList.Entry entry, String key) {
    boolean rare = (entry.kind() & NameList.COMMON) != 0 && random.nextInt(COMMON_NAMES) > 0;
    if ((entry.kind() & NameList.GIVEN) != 0 && !rare) {
      given.computeIfAbsent(key, k -> new ArrayList<>()).add(entry.written());
    }
    if ((entry.kind() & NameList.FAMILY) != 0) {
      family.computeIfAbsent(key, k -> new ArrayList<>()).add(entry.written());
    }
    if ((entry.kind() & NameList.COMMON) != 0 && !entry.written().isEmpty()) {
      common.computeIfAbsent(key, k -> new ArrayList<>()).add(entry.written());
    }
  }

  /**
   * A sentence with the names in it.
   *
   * @param text the sentence
   * @param names where names stand
   * @param used the names and other words that were put in
   */
  record Sentence(String text, List<Span> names, Set<String> used) {}

  static boolean isApart(String name) {
    return Math.floorMod(name.hashCode() * 0x9E3779B9 >>> 7, APART) == 0;
  }

  /** Returns a sentence of a template. */
  Sentence of(String template, String language) {
    String script = scriptOf(template, language);
    StringBuilder text = new StringBuilder();
    List<Span> names = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    int start = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '<') {
        start = text.length();
      } else if (c == '>') {
        names.add(new Span(start, text.length()));
      } else if (isSlot(template, i)) {
        String filled = filled(c, language, script);
        used.add(filled);
        text.append(filled);
      } else {
        text.append(c);
      }
    }
    return new Sentence(cased(text.toString(), language), names, used);
  }

  private static boolean isSlot(String template, int i) {
    boolean alone =
        (i == 0 || !Character.isLetterOrDigit(template.charAt(i - 1)))
            && (i + 1 == template.length() || !Character.isLetterOrDigit(template.charAt(i + 1)));
    return alone && SLOTS.indexOf(template.charAt(i)) >= 0;
  }

  private String filled(char slot, String language, String script) {
    return switch (slot) {
      case 'N' -> name(given, language, script);
      case 'F' -> name(family, language, script);
      case 'W' -> name(common, language, script);
      case 'T' -> town(script);
      case 'L' -> any(small.getOrDefault(language, List.of()));
      case 'D' -> "+1 202 555 01" + (10 + random.nextInt(90));
      default -> Integer.toString(18 + random.nextInt(50));
    };
  }

  private String name(Map<String, List<String>> names, String language, String script) {
    List<String> own = names.getOrDefault(language + script, List.of());
    boolean foreign = own.isEmpty() || random.nextDouble() < FOREIGN;
    return any(foreign ? names.getOrDefault(script, own) : own);
  }

  private String town(String script) {
    List<String> readable = towns.stream().filter(town -> script(town).equals(script)).toList();
    return any(readable);
  }

  private String any(List<String> some) {
    return some.isEmpty() ? "X" : some.get(random.nextInt(some.size()));
  }

  /**
   * Writes some sentences in capitals, small letters or like headlines; none changes its length.
   */
  private String cased(String text, String language) {
    double drawn = random.nextDouble();
    Locale locale = language.equals("tr") ? TURKISH : Locale.ROOT;
    String cased = text;
    if (drawn < IN_CAPITALS) {
      cased = text.toUpperCase(locale);
    } else if (drawn < IN_CAPITALS + IN_SMALL_LETTERS) {
      cased = text.toLowerCase(locale);
    } else if (drawn < IN_CAPITALS + IN_SMALL_LETTERS + HEADLINE) {
      StringBuilder headline = new StringBuilder(text);
      for (int i = 0; i < text.length(); i++) {
        if (i == 0 || text.charAt(i - 1) == ' ') {
          headline.setCharAt(i, Character.toTitleCase(text.charAt(i)));
        }
      }
      cased = headline.toString();
    }
    return cased.length() == text.length() ? cased : text;
  }

  /** Returns the script of a template, or of its language where it has nothing but slots. */
  private static String scriptOf(String template, String language) {
    boolean written = template.chars().anyMatch(c -> Character.isLetter(c) && SLOTS.indexOf(c) < 0);
    return written
        ? script(template)
        : switch (language) {
          case "bg", "uk", "ru" -> Character.UnicodeScript.CYRILLIC.name();
          case "el" -> Character.UnicodeScript.GREEK.name();
          case "ar" -> Character.UnicodeScript.ARABIC.name();
          default -> Character.UnicodeScript.LATIN.name();
        };
  }

  /** Returns the script of a text's first letter that is no slot. */
  private static String script(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) && SLOTS.indexOf(c) < 0) {
        return Character.UnicodeScript.of(c).name();
      }
    }
    return Character.UnicodeScript.LATIN.name();
  }
}
