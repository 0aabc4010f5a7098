package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.advert.Place;
import org.vigie.advert.Span;

class RoutesTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final Place BERLIN = new Place(1, "Berlin", "DE", 52.5, 13.4, new Span(0, 3));
  private static final Place LYON = new Place(2, "Lyon", "FR", 45.8, 4.8, new Span(4, 7));

  private static AssessedAdvert advert(int day, String country, Place... places) {
    Advert advert =
        Advert.builder(Channel.FORUM, "example.org", MONDAY.plusSeconds(day * 86_400L))
            .body("Waiter wanted on day " + day)
            .country(country)
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        new Entities(List.of(), List.of(), List.of(), List.of(places), List.of()),
        List.of(),
        new Assessment(
            "recruitment", Outcome.RISK, 0.9, Map.of(), 2.2, List.of(), "risk-1", "taxonomy-2"));
  }

  @Test
  void leadFromTheCountryOfTheSiteToTheFirstOtherOneInTheText() {
    assertThat(Routes.ledTo(7, advert(0, "FR", LYON, BERLIN)))
        .hasValue(new Routes.Way(7, MONDAY, "FR", "DE"));
    assertThat(Routes.ledTo(7, advert(0, "US", BERLIN)))
        .hasValue(new Routes.Way(7, MONDAY, "other", "DE"));
    assertThat(Routes.ledTo(7, advert(0, "", BERLIN))).isEmpty();
    assertThat(Routes.ledTo(7, advert(0, "DE", BERLIN))).isEmpty();
  }

  @Test
  void followAContactFromCountryToCountry() {
    Routes routes = new Routes();
    routes.add(0, advert(5, "FR", LYON), List.of("phone:+1"));
    routes.add(1, advert(0, "DE", BERLIN), List.of("phone:+1"));
    routes.add(2, advert(1, "DE", BERLIN), List.of("phone:+1"));
    routes.add(3, advert(2, "FR", LYON), List.of("phone:+2"));

    assertThat(routes.ways())
        .containsExactly(new Routes.Way(0, MONDAY.plusSeconds(5 * 86_400L), "DE", "FR"));
  }

  @Test
  void standInTheRegionOfTheSitesCountry() {
    assertThat(Routes.regionOf(advert(0, "GB"))).isEqualTo("other");
    assertThat(Routes.regionOf(advert(0, "PL"))).isEqualTo("PL");
    assertThat(Routes.regionOf(advert(0, ""))).isEqualTo("unknown");
  }
}
