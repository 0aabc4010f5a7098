package org.vigie.pipeline.together;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.Taxonomy;

/**
 * Tells that the adverts of a contact speak for one person who works alone ({@code NX-02}, over
 * several adverts): shown, never scored.
 *
 * <p>One contact and one person would speak for most victims, too. So all of it must hold: the
 * contact has stood for two months, alone, in one place, under one name at most and without any
 * sign of its own; half of the adverts say in their own words that the person works alone and sets
 * limits, and none speaks of several or for somebody else.
 */
final class IndependentPattern {
  static final String INDEPENDENT = IndicatorIds.INDEPENDENT_PATTERN;

  /** Several persons offered, a third-party voice, an agency's wording. */
  private static final Set<String> OTHERS =
      Set.of(
          IndicatorIds.SEVERAL_PERSONS_OFFERED,
          IndicatorIds.THIRD_PARTY_VOICE,
          IndicatorIds.AGENCY_OR_MANAGER_WORDING);

  private static final int FEWEST_ADVERTS = 5;
  private static final int FEWEST_DAYS = 60;

  private final Taxonomy taxonomy;

  IndependentPattern(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  Optional<SharedSign> in(ContactReading reading) {
    List<AssessedAdvert> said =
        reading.adverts().stream().filter(advert -> shows(advert, Set.of(INDEPENDENT))).toList();
    long days = days(reading.contact());
    boolean found =
        isOneStablePerson(reading.contact())
            && 2 * said.size() >= reading.adverts().size()
            && reading.adverts().stream().noneMatch(advert -> shows(advert, OTHERS));
    if (!found) {
      return Optional.empty();
    }
    Finding stable =
        Finding.of("one-stable-person")
            .with("days", days)
            .with("adverts", said.size())
            .with("all", reading.adverts().size());
    return Optional.of(
        new SharedSign(
            taxonomy.indicator(INDEPENDENT, List.of(), stable),
            said.stream().map(advert -> advert.advert().id()).toList(),
            List.of()));
  }

  private static boolean isOneStablePerson(ContactProfile contact) {
    return contact.type().leadsToSomebody()
        && contact.adverts() >= FEWEST_ADVERTS
        && days(contact) >= FEWEST_DAYS
        && contact.beside().isEmpty()
        && contact.employers().isEmpty()
        && contact.names().size() <= 1
        && contact.places().size() <= 1
        && contact.movement().places().isEmpty()
        && contact.clashes().isEmpty()
        && contact.indicators().isEmpty();
  }

  private static long days(ContactProfile contact) {
    return Duration.between(contact.firstSeen(), contact.lastSeen()).toDays();
  }

  private static boolean shows(AssessedAdvert advert, Set<String> ids) {
    return advert.indicators().stream().map(Indicator::id).anyMatch(ids::contains);
  }
}
