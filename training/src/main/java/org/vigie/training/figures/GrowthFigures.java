package org.vigie.training.figures;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * How the cost of each step grows with the text: CPU time of one thread on twice the characters
 * beside that on as many, for the worst of the {@linkplain AdversarialTexts adversarial texts}.
 */
final class GrowthFigures implements FigureSource {
  private static final String SUBJECT = "growth";

  /** Twice, and room for caches that a longer text no longer fits in. */
  private static final FigureTarget TWICE = FigureTarget.atMost(2.3);

  /** What disturbs a measurement only ever makes it longer, so the least of some is taken. */
  private static final int LEAST_ROUNDS = 5;

  /** A step that is over in a moment is carried out until the compiler is done with it. */
  private static final int MOST_ROUNDS = 60;

  private static final long LEAST_NANOS = 500_000_000;

  /**
   * Characters from which on what steps before have left is cleared away first, so that the next
   * hasn't to: on shorter texts they leave less than clearing away costs.
   */
  private static final int CLEARED_FROM = 10_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int length;

  /**
   * @param length characters of the longer text; all steps together are measured on an advert's
   *     longest if that is shorter
   */
  GrowthFigures(int length) {
    this.length = length;
  }

  /** One step of reading an advert. */
  private record Step(String name, Consumer<Read> run) {}

  /** Looks at each word and finds nothing: what going through the words costs by itself. */
  private static final Step BARE = new Step("a bare pass over the words", Read::lookAtWords);

  /**
   * The text on which a step grows most.
   *
   * @param ratio the step's time on twice the text
   * @param bare the same of a bare pass over the words
   */
  private record Worst(double ratio, String piece, double bare) {}

  @Override
  public List<Figure> measure(Places places) throws IOException {
    ContactFinder contacts = ContactFinder.load(places.models());
    QuantityFinder quantities = QuantityFinder.load(places.models());
    List<Figure> figures =
        new ArrayList<>(measure(steps(places, contacts, quantities), length, contacts, quantities));
    AdvertAssessor assessor = AdvertAssessor.load(places.models(), places.model());
    Step all = new Step("all together", r -> assessor.assess(r.advert()));
    // No advert's text is longer, whatever was declared.
    int longest = Math.min(length, Advert.MAX_TEXT);
    figures.addAll(measure(List.of(all), longest, contacts, quantities));
    return figures;
  }

  private static List<Figure> measure(
      List<Step> steps, int length, ContactFinder contacts, QuantityFinder quantities) {
    Worst[] worst = new Worst[steps.size()];
    Arrays.fill(worst, new Worst(0, "", 0));
    double[] slowest = new double[steps.size()];
    for (String piece : AdversarialTexts.pieces()) {
      Read half = Read.of(AdversarialTexts.of(piece, length / 2), contacts, quantities);
      Read whole = Read.of(AdversarialTexts.of(piece, length), contacts, quantities);
      double bare = least(BARE, half, whole).ratio();
      for (int i = 0; i < steps.size(); i++) {
        Times least = least(steps.get(i), half, whole);
        slowest[i] = Math.max(slowest[i], least.twice() / 1e9);
        if (least.ratio() > worst[i].ratio()) {
          worst[i] = new Worst(least.ratio(), piece, bare);
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      figures.add(
          Figure.measured(
              SUBJECT,
              "time on twice the text, " + steps.get(i).name(),
              TWICE,
              worst[i].ratio(),
              remark(worst[i], length, slowest[i])));
    }
    return figures;
  }

  private static String remark(Worst worst, int length, double seconds) {
    return String.format(
        Locale.ROOT,
        "worst of %d: '%s' repeated; %d and %d characters, the slowest %.2f s; a bare pass: %.1f",
        AdversarialTexts.pieces().size(),
        escaped(worst.piece()),
        length / 2,
        length,
        seconds,
        worst.bare());
  }

  /** A table is no place for marks that nobody sees, or that end a cell. */
  private static String escaped(String piece) {
    StringBuilder shown = new StringBuilder();
    piece
        .chars()
        .forEach(c ->
            shown.append(
                c < ' ' || c > '~' || c == '|'
                    ? String.format(Locale.ROOT, "U+%04X", c)
                    : Character.toString(c)));
    return shown.toString();
  }

  /**
   * CPU time that a step takes.
   *
   * @param once nanoseconds on a text
   * @param twice nanoseconds on twice the text
   */
  private record Times(long once, long twice) {
    double ratio() {
      return (double) twice / once;
    }

    long sum() {
      return once + twice;
    }

    Times least(Times other) {
      return new Times(Math.min(once, other.once), Math.min(twice, other.twice));
    }
  }

  /** Returns the least of both times, taken by turns, so that what disturbs one disturbs both. */
  private static Times least(Step step, Read half, Read whole) {
    if (whole.raw().length() >= CLEARED_FROM) {
      System.gc();
    }
    Times least = new Times(Long.MAX_VALUE, Long.MAX_VALUE);
    long spent = 0;
    for (int round = 0;
        round < LEAST_ROUNDS || (round < MOST_ROUNDS && spent < LEAST_NANOS);
        round++) {
      Times times = new Times(time(step, half), time(step, whole));
      least = least.least(times);
      spent += times.sum();
    }
    return least;
  }

  private static long time(Step step, Read read) {
    long start = THREADS.getCurrentThreadCpuTime();
    step.run().accept(read);
    return Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
  }

  private static List<Step> steps(Places places, ContactFinder contacts, QuantityFinder quantities)
      throws IOException {
    LanguageIdentifier languages = new LanguageIdentifier();
    PlaceFinder towns = PlaceFinder.load(places.models());
    NameFinder names = NameFinder.load(places.models());
    IndicatorFinder indicators =
        IndicatorFinder.load(places.models(), Taxonomy.load(places.models()));
    return List.of(
        new Step("normaliser", r -> NormalizedText.of(r.raw())),
        new Step("words", r -> Words.of(r.text())),
        new Step("language", r -> languages.identify(r.text(), "")),
        new Step("contacts", r -> contacts.find(r.text(), "IE", "")),
        new Step(
            "prices, ages and hours",
            r -> quantities.find(r.text(), r.words(), "en", "IE", r.contacts())),
        new Step("places", r -> towns.find(r.text(), r.words(), "IE", "", r.contacts())),
        new Step("names", r -> names.find(r.text(), r.words(), List.of(), r.contacts(), "en")),
        new Step(
            "indicators",
            r -> indicators.find(r.advert(), r.text(), r.words(), r.contacts(), r.entities())));
  }

  /** A text with what the steps before have found. */
  private record Read(
      String raw,
      Advert advert,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      Entities entities) {
    static Read of(String raw, ContactFinder finder, QuantityFinder quantities) {
      Advert advert =
          Advert.builder(Channel.FILE, "figures", Instant.EPOCH).country("IE").body(raw).build();
      NormalizedText text = NormalizedText.of(raw);
      List<Word> words = Words.of(text);
      List<Contact> contacts = finder.find(text, "IE", "");
      Entities entities = quantities.find(text, words, "en", "IE", contacts).alone();
      return new Read(raw, advert, text, words, contacts, entities);
    }

    void lookAtWords() {
      for (Word word : words) {
        if (word.text().isEmpty()) {
          throw new IllegalStateException("a word must have a letter");
        }
      }
    }
  }
}
