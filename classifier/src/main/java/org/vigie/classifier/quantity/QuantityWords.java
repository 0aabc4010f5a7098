package org.vigie.classifier.quantity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.vigie.advert.PricePeriod;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.Word;

/**
 * The words by which amounts are read, as {@code models/quantity-words.yaml} lists them and
 * Unicode's CLDR names currencies, in one automaton.
 */
final class QuantityWords {
  static final String FILE = "quantity-words.yaml";

  private static final String[] KEYS =
      ("signs shared prefixes slashed letters words shared-words words-in hundredths"
              + " codes-in-lower-case codes-that-are-words numbers hundreds thousands lakhs"
              + " crores millions billions between to of and not-age of-a-person years-of-age"
              + " languages")
          .split(" ");

  /** Number words are listed once, where phones are read. */
  private static final String NUMBERS_FILE = "contact-words.yaml";

  private static final Map<String, PricePeriod> UNITS =
      Map.of(
          "hour", PricePeriod.HOUR,
          "day", PricePeriod.DAY,
          "night", PricePeriod.NIGHT,
          "week", PricePeriod.WEEK,
          "month", PricePeriod.MONTH,
          "year", PricePeriod.YEAR);

  private static final Map<String, PricePeriod> ADVERBS =
      Map.of(
          "hourly", PricePeriod.HOUR,
          "daily", PricePeriod.DAY,
          "nightly", PricePeriod.NIGHT,
          "weekly", PricePeriod.WEEK,
          "monthly", PricePeriod.MONTH,
          "yearly", PricePeriod.YEAR,
          "once", PricePeriod.ONCE);

  private final Map<String, List<Meaning>> phrases = new LinkedHashMap<>();
  private final Currencies currencies;
  private final List<List<Meaning>> meanings;
  private final PhraseAutomaton automaton;
  private final JoinedNumbers joined;
  private final Set<String> spelled;

  private QuantityWords(
      Currencies currencies,
      List<List<Meaning>> meanings,
      PhraseAutomaton automaton,
      JoinedNumbers joined) {
    this.currencies = currencies;
    this.meanings = meanings;
    this.automaton = automaton;
    this.joined = joined;
    this.spelled = spelled(meanings);
  }

  private QuantityWords(YamlMap yaml, YamlMap contactWords) {
    this.currencies = Currencies.read(yaml);
    this.joined = new JoinedNumbers();
    addLists(yaml);
    addNumbers(yaml, contactWords);
    addSpoken(SpokenNumbers.spelled());
    addMoney(yaml);
    YamlMap languages = yaml.map("languages");
    for (String language : languages.keys()) {
      addTimes(language, languages.map(language));
    }
    YamlMap years = yaml.map("years-of-age");
    for (String language : years.keys()) {
      addAll(years.texts(language), Meaning.in(QuantityRole.YEARS, language));
    }
    this.meanings = List.copyOf(phrases.values());
    this.automaton = PhraseAutomaton.of(List.copyOf(phrases.keySet()));
    this.spelled = spelled(meanings);
  }

  private static Set<String> spelled(List<List<Meaning>> meanings) {
    return meanings.stream()
        .flatMap(List::stream)
        .filter(meaning -> meaning.role() == QuantityRole.NUMBER)
        .map(Meaning::onlyIn)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the lists of the models folder. */
  static QuantityWords load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly(KEYS);
    return new QuantityWords(yaml, YamlMap.read(models.resolve(NUMBERS_FILE)));
  }

  static QuantityWords read(ImageIn in) {
    Currencies currencies = Currencies.read(in);
    List<Meaning> distinct = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      distinct.add(Meaning.read(in));
    }
    List<List<Meaning>> meanings = new ArrayList<>();
    for (int[] numbers : in.rows()) {
      meanings.add(Arrays.stream(numbers).mapToObj(distinct::get).toList());
    }
    return new QuantityWords(
        currencies, meanings, PhraseAutomaton.read(in), JoinedNumbers.read(in));
  }

  void write(ImageOut out) {
    currencies.write(out);
    Map<Meaning, Integer> numbers = new LinkedHashMap<>();
    int[][] rows = new int[meanings.size()][];
    for (int phrase = 0; phrase < rows.length; phrase++) {
      rows[phrase] =
          meanings.get(phrase).stream()
              .mapToInt(meaning -> numbers.computeIfAbsent(meaning, m -> numbers.size()))
              .toArray();
    }
    out.number(numbers.size());
    numbers.keySet().forEach(meaning -> meaning.write(out));
    out.rows(rows);
    automaton.write(out);
    joined.write(out);
  }

  /** Returns the phrases of a text, each inside one clause as these are told word by word. */
  List<PhraseAutomaton.Hit> find(List<Word> words, IntUnaryOperator clauses) {
    return automaton.find(words, clauses);
  }

  List<Meaning> meanings(int phrase) {
    return meanings.get(phrase);
  }

  Currencies currencies() {
    return currencies;
  }

  /** Returns whether numbers are read in words of a language. */
  boolean spells(String language) {
    return spelled.contains(language);
  }

  /** Returns the languages that write a word together which is a number in them. */
  List<String> joinedIn(String word) {
    return joined.languagesOf(word);
  }

  /** Returns the number that a word of a language is, of those written together, or 0. */
  int joinedNumber(String word, String language) {
    return joined.valueOf(word, language);
  }

  private void addLists(YamlMap yaml) {
    addAll(yaml.texts("between"), Meaning.of(QuantityRole.BETWEEN));
    addAll(yaml.texts("to"), Meaning.of(QuantityRole.TO));
    addAll(yaml.texts("of"), Meaning.of(QuantityRole.OF));
    addAll(yaml.texts("and"), Meaning.of(QuantityRole.AND));
    addAll(yaml.texts("not-age"), Meaning.of(QuantityRole.NOT_AGE));
    addAll(yaml.texts("of-a-person"), Meaning.of(QuantityRole.PERSON));
  }

  /** Weak number words, such as Turkish "on", are numbers in their own language alone. */
  private void addNumbers(YamlMap yaml, YamlMap contactWords) {
    Set<String> weak = Set.copyOf(contactWords.texts("weak-number-words"));
    YamlMap spoken = contactWords.map("number-words");
    for (String language : spoken.keys()) {
      spoken
          .map(language)
          .numbers()
          .forEach((word, value) ->
              addNumber(language, word, value, weak.contains(word) ? language : ""));
    }
    YamlMap others = yaml.map("numbers");
    for (String language : others.keys()) {
      others
          .map(language)
          .numbers()
          .forEach((word, value) -> addNumber(language, word, value, language));
    }
    addAll(yaml.texts("hundreds"), Meaning.number(QuantityRole.NUMBER, 100));
    addAll(yaml.texts("thousands"), Meaning.number(QuantityRole.MAGNITUDE, 1e3));
    addAll(yaml.texts("lakhs"), Meaning.number(QuantityRole.MAGNITUDE, 1e5));
    addAll(yaml.texts("crores"), Meaning.number(QuantityRole.MAGNITUDE, 1e7));
    addAll(yaml.texts("millions"), Meaning.number(QuantityRole.MAGNITUDE, 1e6));
    addAll(yaml.texts("billions"), Meaning.number(QuantityRole.MAGNITUDE, 1e9));
  }

  private void addNumber(String language, String word, double value, String onlyIn) {
    add(word, Meaning.number(QuantityRole.NUMBER, value, onlyIn));
    joined.add(language, word, value);
  }

  private void addSpoken(SpokenNumbers spoken) {
    for (String language : SpokenNumbers.languages()) {
      spoken.numbers(language).forEach((word, value) -> addNumber(language, word, value, language));
      spoken
          .magnitudes(language)
          .forEach(
              (word, value) -> add(word, Meaning.number(QuantityRole.MAGNITUDE, value, language)));
      for (String word : spoken.thousands(language)) {
        add(word, Meaning.number(QuantityRole.THOUSAND, 1e3, language));
      }
    }
  }

  private void addMoney(YamlMap yaml) {
    YamlMap words = yaml.map("words");
    for (String code : words.keys()) {
      addAll(words.texts(code), Meaning.money(QuantityRole.CURRENCY, code, ""));
    }
    YamlMap hundredths = yaml.map("hundredths");
    for (String code : hundredths.keys()) {
      addAll(hundredths.texts(code), Meaning.money(QuantityRole.HUNDREDTH, code, ""));
    }
    YamlMap shared = yaml.map("shared-words");
    for (String word : shared.keys()) {
      String codes = String.join(" ", shared.texts(word));
      phrases
          .getOrDefault(spaced(word), new ArrayList<>())
          .removeIf(m -> m.role() == QuantityRole.CURRENCY);
      add(word, Meaning.money(QuantityRole.CURRENCY, codes, ""));
    }
    YamlMap bound = yaml.map("words-in");
    for (String language : bound.keys()) {
      YamlMap of = bound.map(language);
      of.keys()
          .forEach(
              word -> add(word, Meaning.money(QuantityRole.CURRENCY, of.text(word), language)));
    }
    List<String> languages = yaml.map("languages").keys();
    addNames(CurrencyNames.in(languages, CurrencyNames.inUse()));
    addNames(CurrencyNames.in(SpokenNumbers.languages(), List.of("EUR")));
  }

  private void addNames(Map<String, String> names) {
    names.forEach((name, code) -> add(name, Meaning.money(QuantityRole.CURRENCY, code, "")));
  }

  private void addTimes(String code, YamlMap language) {
    List<String> allowed = new ArrayList<>(List.of("age-before", "age-after", "per"));
    allowed.addAll(UNITS.keySet());
    allowed.addAll(ADVERBS.keySet());
    language.allowOnly(allowed.toArray(String[]::new));
    addAll(language.texts("age-before"), Meaning.of(QuantityRole.AGE_BEFORE));
    addAll(language.texts("age-after"), Meaning.of(QuantityRole.AGE_AFTER));
    List<String> per = language.texts("per");
    new TreeMap<>(UNITS)
        .forEach((key, period) -> {
          for (String unit : language.has(key) ? language.texts(key) : List.<String>of()) {
            add(unit, Meaning.time(QuantityRole.UNIT, period, code));
            per.forEach(
                word -> add(word + " " + unit, Meaning.time(QuantityRole.PERIOD, period, code)));
          }
        });
    new TreeMap<>(ADVERBS)
        .forEach((key, period) -> {
          if (language.has(key)) {
            addAll(language.texts(key), Meaning.time(QuantityRole.PERIOD, period, code));
            addAll(language.texts(key), Meaning.time(QuantityRole.ADVERB, period, code));
          }
        });
  }

  private void addAll(List<String> texts, Meaning meaning) {
    texts.forEach(text -> add(text, meaning));
  }

  private void add(String text, Meaning meaning) {
    List<Meaning> known = phrases.computeIfAbsent(spaced(text), t -> new ArrayList<>(2));
    boolean namesMoneyAlready =
        meaning.role() == QuantityRole.CURRENCY
            && meaning.onlyIn().isEmpty()
            && known.stream().anyMatch(m -> m.role() == QuantityRole.CURRENCY);
    if (!known.contains(meaning) && !namesMoneyAlready) {
      known.add(meaning);
    }
  }

  /** Words are read apart at apostrophes, and a sign is no word. */
  private static String spaced(String text) {
    return text.replaceAll("['\u2019\u02BC]", " ").replace("+", "plus").strip();
  }
}
