package org.vigie.classifier.quantity;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that languages say numbers with, spelled out by Unicode's rules: one to ninety-nine,
 * hundreds, thousands and millions in their genders and usual cases.
 *
 * @see <a href="https://unicode.org/reports/tr35/tr35-numbers.html#Rule-Based_Number_Formatting">
 *     CLDR's rules for spelling numbers</a>
 */
final class SpokenNumbers {
  /** Languages with words between spaces, in which what is multiplied stands first. */
  private static final List<String> LANGUAGES =
      List.of(
          ("en fr es de it nl pl pt ro bg hu cs el sq sr uk ru tr ar sk sl hr bs mk lt lv et sv da fi nb"
                  + " be ka hy az am fa hi ne vi id fil")
              .split(" "));

  /** They count hundreds of thousands, and those by hundreds. */
  private static final Set<String> BY_LAKHS = Set.of("hi", "ne");

  private static final Pattern RULES =
      Pattern.compile(
          "%spellout-(numbering|cardinal(-(masculine|feminine|neuter|masculine-personal))?"
              + "(-(accusative|genitive|partitive))?)");

  private static final int WORDS_TO = 99;

  private final Map<String, Map<String, Double>> numbers = new HashMap<>();
  private final Map<String, Map<String, Double>> magnitudes = new HashMap<>();
  private final Map<String, Set<String>> thousands = new HashMap<>();

  private SpokenNumbers() {}

  /** Spells the numbers. */
  static SpokenNumbers spelled() {
    SpokenNumbers spoken = new SpokenNumbers();
    LANGUAGES.forEach(spoken::add);
    return spoken;
  }

  static List<String> languages() {
    return LANGUAGES.stream().map(SpokenNumbers::code).toList();
  }

  /** Returns word → number of a language, such as seven, seventy and, where it is a word, 700. */
  Map<String, Double> numbers(String language) {
    return numbers.getOrDefault(language, Map.of());
  }

  /** Returns word → what it multiplies by, such as "thousand". */
  Map<String, Double> magnitudes(String language) {
    return magnitudes.getOrDefault(language, Map.of());
  }

  /** Returns the words that are a thousand by themselves, such as "mille". */
  Set<String> thousands(String language) {
    return thousands.getOrDefault(language, Set.of());
  }

  private void add(String tag) {
    RuleBasedNumberFormat format =
        new RuleBasedNumberFormat(ULocale.forLanguageTag(tag), RuleBasedNumberFormat.SPELLOUT);
    String language = code(tag);
    boolean lakhs = BY_LAKHS.contains(tag);
    for (String rules : format.getRuleSetNames()) {
      if (RULES.matcher(rules).matches()) {
        addNumbers(format, rules, language);
        addMagnitude(format, rules, language, 1_000);
        addMagnitude(format, rules, language, lakhs ? 100_000 : 1_000_000);
        if (lakhs) {
          addMagnitude(format, rules, language, 10_000_000);
        }
        List<String> thousand = words(format.format(1000, rules));
        thousands.computeIfAbsent(language, l -> new HashSet<>()).add(thousand.getLast());
      }
    }
  }

  private void addNumbers(RuleBasedNumberFormat format, String rules, String language) {
    Map<String, Double> into = numbers.computeIfAbsent(language, l -> new HashMap<>());
    for (int number = 0; number <= WORDS_TO; number++) {
      addWord(words(format.format(number, rules)), number, into);
    }
    addWord(List.of(lastPart(format.format(100, rules))), 100, into);
    for (int hundred = 100; hundred < 1000; hundred += 100) {
      List<String> words = words(format.format(hundred, rules));
      addWord(words, hundred, into);
      if (hundred > 100 && words.size() == 2) {
        into.putIfAbsent(words.getLast(), 100.0);
      }
    }
    addWord(words(format.format(2000, rules)), 2000, into);
  }

  private static void addWord(List<String> words, int number, Map<String, Double> into) {
    if (words.size() == 1) {
      into.putIfAbsent(words.getFirst(), (double) number);
    }
  }

  private void addMagnitude(
      RuleBasedNumberFormat format, String rules, String language, int magnitude) {
    Map<String, Double> into = magnitudes.computeIfAbsent(language, l -> new HashMap<>());
    for (int times : new int[] {1, 2, 5}) {
      List<String> words = words(format.format((double) magnitude * times, rules));
      if (words.size() == 2) {
        into.putIfAbsent(words.getLast(), (double) magnitude);
      } else if (words.size() == 1 && times == 1) {
        into.putIfAbsent(words.getFirst(), (double) magnitude);
      }
    }
  }

  /** Where "one hundred" is written as one word, people leave the one out. */
  private static String lastPart(String spelled) {
    return words(spelled.substring(spelled.lastIndexOf('\u00AD') + 1)).getLast();
  }

  private static List<String> words(String spelled) {
    List<String> words = new ArrayList<>();
    for (String word : spelled.replace("\u00AD", "").toLowerCase(Locale.ROOT).split("[ \u00A0-]")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Returns the code under which a language is known here. */
  private static String code(String tag) {
    return tag.equals("fil") ? "tl" : tag;
  }
}
