package org.vigie.search.hidden;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Age;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.PersonName;
import org.vigie.advert.Price;
import org.vigie.search.document.AdvertDocument;

/**
 * What some adverts add to the sums of a cluster, a contact or a network. It counts as those who
 * make the sums do: a value once an advert, an empty one not at all.
 */
final class PartTally {
  private static final double MILLION = 1_000_000;

  /** What is counted by value. */
  enum Of {
    CONTACT,
    DISGUISED_CONTACT,
    PLACE,
    COUNTRY,
    SITE,
    CHANNEL,
    LANGUAGE,
    EMPLOYER,
    /** Scored indicators, by id. */
    INDICATOR,
    MODEL,
    NAME,
    AGE,
    PRICE
  }

  private final Map<Of, Map<String, Long>> counts = new EnumMap<>(Of.class);
  private long adverts;
  private long assessedAdverts;
  private long riskMillionths;
  private long highestMillionths;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  void add(AssessedAdvert assessed) {
    Advert advert = assessed.advert();
    adverts++;
    assessedAdverts += assessed.hasAssessment() ? 1 : 0;
    long risk = Math.round(assessed.rankedRisk() * MILLION);
    riskMillionths += risk;
    highestMillionths = Math.max(highestMillionths, risk);
    long time = AdvertDocument.millis(advert.time());
    first = Math.min(first, time);
    last = Math.max(last, time);
    Map<String, Boolean> disguised = new HashMap<>();
    for (Contact contact : assessed.contacts()) {
      disguised.merge(contact.key(), contact.disguise() > 0, Boolean::logicalAnd);
    }
    count(Of.CONTACT, disguised.keySet());
    disguised.values().removeIf(hides -> !hides);
    count(Of.DISGUISED_CONTACT, disguised.keySet());
    count(Of.PLACE, List.of(advert.place()));
    count(Of.COUNTRY, List.of(advert.country()));
    count(Of.SITE, List.of(advert.site()));
    count(Of.CHANNEL, List.of(advert.channel().label()));
    count(Of.LANGUAGE, List.of(assessed.language()));
    count(Of.EMPLOYER, List.of(advert.fields().getOrDefault(Advert.EMPLOYER, "")));
    count(
        Of.INDICATOR,
        assessed.indicators().stream()
            .filter(Indicator::scored)
            .map(Indicator::id)
            .distinct()
            .toList());
    count(Of.MODEL, List.of(assessed.model()));
    count(Of.NAME, assessed.entities().names().stream().map(PersonName::name).distinct().toList());
    count(Of.AGE, assessed.entities().ages().stream().map(Age::written).distinct().toList());
    count(Of.PRICE, assessed.entities().prices().stream().map(Price::written).distinct().toList());
  }

  private void count(Of kind, Collection<String> values) {
    Map<String, Long> ofKind = counts.computeIfAbsent(kind, unused -> new HashMap<>());
    for (String value : values) {
      if (!value.isEmpty()) {
        ofKind.merge(value, 1L, Long::sum);
      }
    }
  }

  long adverts() {
    return adverts;
  }

  /** Returns how many of the adverts have a value. */
  long adverts(Of kind, String value) {
    return counts.getOrDefault(kind, Map.of()).getOrDefault(value, 0L);
  }

  /** Returns sums without these adverts, and without values that none but these have. */
  Map<String, Long> takenFrom(Map<String, Long> sums, Of kind) {
    Map<String, Long> left = new HashMap<>();
    sums.forEach((value, sum) -> left.put(value, sum - adverts(kind, value)));
    left.values().removeIf(sum -> sum <= 0);
    return left;
  }

  /** Returns how many of the adverts were assessed. */
  long assessedAdverts() {
    return assessedAdverts;
  }

  /**
   * Returns the mean risk of the others that were assessed, given that of all; null if none was.
   *
   * @param all how many were assessed in all
   */
  @Nullable Double meanOfOthers(@Nullable Double mean, long all) {
    long others = all - assessedAdverts;
    return mean == null || others <= 0
        ? null
        : Math.max(0, Math.round(mean * all * MILLION) - riskMillionths) / MILLION / others;
  }

  /** Returns whether one of these adverts is as early as the first of all. */
  boolean reachesFirst(Instant ofAll) {
    return first <= AdvertDocument.millis(ofAll);
  }

  /** Returns whether one of these adverts is as late as the last of all. */
  boolean reachesLast(Instant ofAll) {
    return last >= AdvertDocument.millis(ofAll);
  }

  /** Returns whether one of these adverts is as risky as the riskiest of all. */
  boolean reachesRisk(double ofAll) {
    return highestMillionths >= Math.round(ofAll * MILLION);
  }
}
