package org.vigie.web.offer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.advert.WorkingHours;
import org.vigie.classifier.IndicatorReader;
import org.vigie.classifier.sign.Polarity;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;

/** Reads an offer as {@code vigie assess} does, and says what to look out for. One per thread. */
final class OfferReader {
  private static final String SITE = "offer";
  private static final String CONTRACT = "contract";
  private static final String NO_CONTRACT = "no-contract";

  private static final Set<PricePeriod> OF_WAGES =
      Set.of(PricePeriod.HOUR, PricePeriod.DAY, PricePeriod.WEEK, PricePeriod.MONTH);

  /** Concepts beside which an amount is what the worker pays. */
  private static final Set<String> CHARGED =
      Set.of("fee", "deposit", "debt", "deduct", "housing", "room", "bed", "food", "punish");

  private final IndicatorReader reader;

  OfferReader(IndicatorReader reader) {
    this.reader = reader;
  }

  /** Returns the advice on a text, which must not be blank. */
  OfferAdvice read(String text) {
    Advert advert = Advert.builder(Channel.FILE, SITE, Instant.EPOCH).body(text).build();
    IndicatorReader.Reading read = reader.read(advert);
    if (read.minorRisk()) {
      return OfferAdvice.child();
    }
    if (!reader.reads(read.language())) {
      return OfferAdvice.unread();
    }
    Quotes quotes = new Quotes(advert.text());
    Map<OfferTopic, List<Span>> lookOut = lookOut(read);
    return new OfferAdvice(
        true, false, quoted(lookOut, quotes), quoted(fine(read, lookOut.keySet()), quotes));
  }

  /** What the text says, by its signs and by the indicators found in it. */
  private static Map<OfferTopic, List<Span>> lookOut(IndicatorReader.Reading read) {
    Map<OfferTopic, List<Span>> found = new EnumMap<>(OfferTopic.class);
    for (Sign sign : read.signs().said()) {
      found.merge(OfferTopic.of(sign.family()), sign.spans(), OfferReader::joined);
    }
    for (Indicator indicator : read.indicators()) {
      if (!indicator.masked() && !isSign(indicator, read.signs())) {
        OfferTopic.ofRow(indicator.id())
            .ifPresent(topic -> found.merge(topic, indicator.spans(), OfferReader::joined));
      }
    }
    return found;
  }

  private static boolean isSign(Indicator indicator, SignReading signs) {
    return signs.signs().stream().anyMatch(sign -> sign.row().equals(indicator.id()));
  }

  private static Map<FinePoint, List<Span>> fine(
      IndicatorReader.Reading read, Set<OfferTopic> lookOut) {
    Map<FinePoint, List<Span>> fine = new EnumMap<>(FinePoint.class);
    SignReading signs = read.signs();
    for (Sign sign : signs.signs()) {
      if (sign.polarity() == Polarity.DENIED && !lookOut.contains(OfferTopic.of(sign.family()))) {
        fine.merge(FinePoint.DENIED, sign.spans(), OfferReader::joined);
      }
    }
    // Beside a sign of control, a contract or good pay would be false comfort.
    if (lookOut.stream().anyMatch(OfferTopic::isControl)) {
      return fine;
    }
    if (!lookOut.contains(OfferTopic.PAPERS) && concepts(signs, NO_CONTRACT).isEmpty()) {
      put(fine, FinePoint.CONTRACT, concepts(signs, CONTRACT));
    }
    if (!lookOut.contains(OfferTopic.CONDITIONS)) {
      put(fine, FinePoint.HOURS, allowedHours(read.entities().workingHours()));
    }
    if (Stream.of(OfferTopic.PAY, OfferTopic.WAGES, OfferTopic.FEE).noneMatch(lookOut::contains)) {
      put(
          fine,
          FinePoint.WAGE,
          read.entities().prices().stream()
              .filter(price -> OF_WAGES.contains(price.period()))
              .map(price -> price.span())
              .filter(span -> !isCharged(span, signs))
              .toList());
    }
    return fine;
  }

  /**
   * Directives 94/33/EC, Art. 8, and 2003/88/EC, Art. 5 and 6: at most 8 hours a day (true under 18
   * too), 6 days and 48 hours a week.
   */
  private static List<Span> allowedHours(List<WorkingHours> all) {
    boolean allowed =
        all.stream()
            .allMatch(hours ->
                switch (hours.measure()) {
                  case HOURS_A_DAY -> hours.most() <= 8;
                  case HOURS_A_WEEK -> hours.most() <= 48;
                  case DAYS_A_WEEK -> hours.most() <= 6;
                  case TIME_OF_DAY -> hours.most() - hours.least() <= 9;
                });
    return allowed ? all.stream().map(WorkingHours::span).toList() : List.of();
  }

  /** Returns whether an amount's sentence speaks of what is charged or taken away: it is no pay. */
  private static boolean isCharged(Span amount, SignReading signs) {
    Set<Integer> sentences =
        signs.concepts().stream()
            .filter(concept -> concept.span().overlaps(amount))
            .map(SignReading.Concept::sentence)
            .collect(Collectors.toSet());
    return signs.concepts().stream()
        .anyMatch(
            concept -> sentences.contains(concept.sentence()) && CHARGED.contains(concept.name()));
  }

  private static List<Span> concepts(SignReading signs, String name) {
    return signs.concepts().stream()
        .filter(concept -> concept.name().equals(name))
        .map(SignReading.Concept::span)
        .toList();
  }

  private static void put(Map<FinePoint, List<Span>> fine, FinePoint point, List<Span> spans) {
    if (!spans.isEmpty()) {
      fine.put(point, spans);
    }
  }

  private static List<Span> joined(List<Span> some, List<Span> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static <K extends Enum<K>> Map<K, List<String>> quoted(
      Map<K, List<Span>> found, Quotes quotes) {
    return found.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> quotes.of(entry.getValue()),
                (one, other) -> one,
                LinkedHashMap::new));
  }
}
