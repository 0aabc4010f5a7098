package org.vigie.training.figures;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.IndicatorReader;

/**
 * Phones in invented adverts that declare neither country nor language, plain and disguised. What
 * tells the country is the language, a town, money, another phone, or the number's own form;
 * adverts in which nothing tells it are left out. A phone counts if all of its digits are right,
 * its country's code among them; what is read where no phone stands lowers the precision.
 */
final class PhonesWithoutCountryFigures implements FigureSource {
  private static final String SUBJECT = "phones without a country";
  private static final FigureTarget RECALL = FigureTarget.atLeast(0.95);
  private static final FigureTarget PRECISION = FigureTarget.atLeast(0.97);
  private static final long SEED = 20_261_201L;

  private static final int TIMES_NO_PHONE = 3;

  /** Of each three disguised numbers, the last is dialled from abroad. */
  private static final int NUMBERS_EACH = 3;

  /** The country whose numbers are disguised in adverts of a language. */
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("en", "GB"),
          Map.entry("cs", "CZ"),
          Map.entry("el", "GR"),
          Map.entry("sq", "AL"),
          Map.entry("sr", "RS"),
          Map.entry("uk", "UA"),
          Map.entry("ar", "AE"));

  /** Arabic is written in many countries, so its adverts name a town: Dubai. */
  private static final Map<String, String> TOWNS = Map.of("ar", "دبي: ");

  private final Consumer<String> mistakes;

  PhonesWithoutCountryFigures() {
    this(mistake -> {});
  }

  /**
   * Figures that tell of each invented advert that is read wrongly.
   *
   * @param mistakes told what is there and what was read
   */
  PhonesWithoutCountryFigures(Consumer<String> mistakes) {
    this.mistakes = mistakes;
  }

  @Override
  public List<Figure> measure(Places places) throws IOException {
    IndicatorReader reader = AdvertAssessor.load(places.models()).indicators();
    List<WrittenPhone.Formats> formats = WrittenPhone.Formats.all();
    List<Figure> figures = new ArrayList<>();
    figures.addAll(plain(reader, formats));
    figures.addAll(disguised(reader, formats));
    return figures;
  }

  private List<Figure> plain(IndicatorReader reader, List<WrittenPhone.Formats> formats)
      throws IOException {
    Random random = new Random(SEED);
    Counts counts = new Counts(reader);
    for (String[] row : WrittenPhone.rows("adverts.tsv")) {
      List<WrittenPhone.Formats> own = of(row[0], formats);
      for (WrittenPhone.Formats numbers : own) {
        for (String form : numbers.forms()) {
          WrittenPhone phone = numbers.in(form, random);
          WrittenPhone other = own.getFirst().dialledAbroad(random);
          counts.add(row[0], row[2], phone, other);
        }
      }
    }
    for (String[] row : WrittenPhone.rows("not-phones.tsv")) {
      for (int i = 0; i < TIMES_NO_PHONE; i++) {
        counts.add(row[0], WrittenPhone.filled(row[1], random), List.of());
      }
    }
    return counts.figures("written as in " + countries(formats) + " countries");
  }

  private List<Figure> disguised(IndicatorReader reader, List<WrittenPhone.Formats> formats) {
    Map<String, BiFunction<String, List<String>, String>> disguises = PhoneDisguises.all();
    Random random = new Random(SEED);
    Counts counts = new Counts(reader);
    for (var language : new TreeMap<>(DisguisedPhoneFigures.LANGUAGES).entrySet()) {
      String[] parts = language.getValue().split("\\|", 2);
      List<String> digitWords = List.of(parts[1].split(" "));
      String country =
          COUNTRIES.getOrDefault(language.getKey(), language.getKey().toUpperCase(Locale.ROOT));
      WrittenPhone.Formats numbers = of(country, formats).getFirst();
      for (var disguise : disguises.values()) {
        for (int i = 1; i <= NUMBERS_EACH; i++) {
          WrittenPhone phone =
              i == NUMBERS_EACH ? numbers.dialledAbroad(random) : numbers.dialled(random);
          String town = TOWNS.getOrDefault(language.getKey(), "");
          String written = disguise.apply(phone.written(), digitWords);
          counts.add(country, town + parts[0] + ": " + written + ".", List.of(phone.e164()));
        }
      }
    }
    return counts.figures(
        "disguised in %d ways, %d languages"
            .formatted(disguises.size(), DisguisedPhoneFigures.LANGUAGES.size()));
  }

  private static List<WrittenPhone.Formats> of(String country, List<WrittenPhone.Formats> formats) {
    return formats.stream().filter(format -> format.country().equals(country)).toList();
  }

  private static long countries(List<WrittenPhone.Formats> formats) {
    return formats.stream().map(WrittenPhone.Formats::country).distinct().count();
  }

  /** What was read beside what is there, in all and by country. */
  private final class Counts {
    private final IndicatorReader reader;
    private final MatchCounts all = new MatchCounts();
    private final Map<String, MatchCounts> byCountry = new TreeMap<>();

    Counts(IndicatorReader reader) {
      this.reader = reader;
    }

    void add(String country, String advert, WrittenPhone phone, WrittenPhone other) {
      String text = advert.replace("%s", phone.written()).replace("%n", other.e164());
      boolean both = advert.contains("%n");
      add(country, text, both ? List.of(phone.e164(), other.e164()) : List.of(phone.e164()));
    }

    void add(String country, String text, List<String> truth) {
      List<String> read = phones(text);
      all.add(truth, read);
      byCountry.computeIfAbsent(country, c -> new MatchCounts()).add(truth, read);
      if (!Set.copyOf(read).equals(Set.copyOf(truth))) {
        mistakes.accept(country + ": " + text + " -> " + read + ", not " + truth);
      }
    }

    private List<String> phones(String text) {
      Advert advert = Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build();
      return reader.read(advert).contacts().stream()
          .filter(contact -> contact.type() == ContactType.PHONE)
          .map(Contact::value)
          .toList();
    }

    List<Figure> figures(String what) {
      byCountry.forEach((country, counts) -> mistakes.accept(country + " " + counts.inWords()));
      String remark = all.labelled() + " phones, seed " + SEED;
      return List.of(
          Figure.measured(SUBJECT, "recall, " + what, RECALL, all.recall(), remark),
          Figure.measured(SUBJECT, "precision, " + what, PRECISION, all.precision(), remark));
    }
  }
}
