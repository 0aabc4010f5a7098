package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Movement;
import org.vigie.advert.Place;
import org.vigie.advert.Span;

class JourneyTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Place CORK = place(1, "Cork", 51.898, -8.476);
  private static final Place COBH = place(2, "Cobh", 51.851, -8.295);
  private static final Place DUBLIN = place(3, "Dublin", 53.333, -6.249);
  private static final Place GALWAY = place(4, "Galway", 53.272, -9.049);

  @Test
  void measuresTheKilometresADayBetweenFarPlaces() {
    Movement movement = new Journey(List.of(at(0, CORK), at(2, DUBLIN), at(4, GALWAY))).movement();

    assertThat(movement.places()).containsExactly("Cork", "Dublin", "Galway");
    assertThat(movement.kilometres()).isCloseTo(220 + 187, within(5.0));
    assertThat(movement.kilometresPerDay()).isCloseTo(407 / 4.0, within(2.0));
  }

  @Test
  void takesTheTownsOfACommuterForOnePlace() {
    assertThat(new Journey(List.of(at(0, CORK), at(1, COBH), at(2, CORK))).movement())
        .isEqualTo(Movement.none());
  }

  @Test
  void measuresNoStretchOfMoreThanTwoWeeks() {
    Movement movement =
        new Journey(List.of(at(0, CORK), at(20, DUBLIN), at(29, GALWAY))).movement();

    assertThat(movement.places()).containsExactly("Dublin", "Galway");
  }

  @Test
  void countsTheTimeFromWhenAPlaceWasLeft() {
    Movement movement = new Journey(List.of(at(0, CORK), at(5, CORK), at(6, DUBLIN))).movement();

    assertThat(movement.days()).isEqualTo(1);
  }

  @Test
  void findsARoundThatIsMadeTwice() {
    List<Stand> stands = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      stands.add(at(round * 9, CORK));
      stands.add(at(round * 9 + 3, GALWAY));
      stands.add(at(round * 9 + 6, DUBLIN));
    }
    Collections.shuffle(stands, new Random(1));

    assertThat(new Journey(stands).circuit()).containsExactly("Cork", "Galway", "Dublin");
    assertThat(new Journey(stands.subList(0, 5)).circuit()).isEmpty();
  }

  @Test
  void takesWhatStandsInAllPlacesEveryDayForNoRound() {
    List<Stand> stands = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      stands.addAll(List.of(at(day, CORK), at(day, GALWAY), at(day, DUBLIN)));
    }

    assertThat(new Journey(stands).circuit()).isEmpty();
  }

  @Test
  void takesToAndFroForNoRound() {
    List<Stand> stands = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      stands.add(at(day, day % 2 == 0 ? CORK : DUBLIN));
    }

    assertThat(new Journey(stands).circuit()).isEmpty();
    assertThat(new Journey(stands).movement().places()).hasSize(2);
  }

  @Test
  void knowsNothingOfStandsWithoutAPlace() {
    Stand nowhere = new Stand(MONDAY, null, List.of());

    assertThat(new Journey(List.of(nowhere, at(1, CORK))).movement()).isEqualTo(Movement.none());
  }

  private static Stand at(int day, Place place) {
    return new Stand(MONDAY.plus(Duration.ofDays(day)), place, List.of());
  }

  private static Place place(int id, String name, double latitude, double longitude) {
    return new Place(id, name, "IE", latitude, longitude, new Span(0, 0));
  }
}
