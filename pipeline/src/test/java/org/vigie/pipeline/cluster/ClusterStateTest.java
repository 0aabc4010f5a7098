package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Evidence;
import org.vigie.advert.Movement;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.ReadBack;

class ClusterStateTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void addsUpToTheSameInAnyOrderAndGrouping() {
    long seed = 3;
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      members.add(member(i, MONDAY.plusSeconds(random.nextInt(10)), "town" + random.nextInt(5)));
    }
    ClusterState expected = sum(members);

    for (int round = 0; round < 50; round++) {
      Collections.shuffle(members, random);
      int cut = 1 + random.nextInt(members.size() - 1);
      ClusterState left = sum(members.subList(0, cut));
      left.addAll(sum(members.subList(cut, members.size())));
      assertThat(left)
          .as("seed %d, round %d", seed, round)
          .usingRecursiveComparison()
          .isEqualTo(expected);
    }
  }

  @Test
  void isNamedAfterItsSmallestIdAndKnowsItsEarliestAdvertByTimeThenId() {
    ClusterState cluster =
        sum(
            List.of(
                member(5, MONDAY.plusSeconds(1), "a"),
                member(9, MONDAY, "a"),
                member(7, MONDAY, "a")));

    assertThat(cluster.name()).isEqualTo("c-0000000005");
    assertThat(cluster.earliestId).isEqualTo("a-0000000007");
  }

  @Test
  void measuresTheMovementOfOneContactThroughFarPlaces() {
    ClusterState cluster = new ClusterState();
    for (int i = 0; i < 4; i++) {
      cluster.add(member(i, MONDAY.plus(Duration.ofDays(3L * i)), "town" + i));
    }

    Movement movement = cluster.movement();

    assertThat(movement.places()).containsExactly("town0", "town1", "town2", "town3");
    assertThat(movement.days()).isEqualTo(9);
    assertThat(movement.kilometresPerDay()).isBetween(3 * 111 / 9.0, 3 * 112 / 9.0);
  }

  @Test
  void hasTheMeanRiskOfTheAdvertsThatWereAssessed() {
    ClusterState cluster =
        sum(
            List.of(
                member(1, MONDAY, "a"), notAssessed(2), notAssessed(3), member(3, MONDAY, "a")));

    assertThat(cluster.meanRisk()).isEqualTo(0.12);
    assertThat(sum(List.of(notAssessed(2))).meanRisk()).isNull();
  }

  @Test
  void doesNotCountAnAdvertTwiceThatWasSeenEarlierToo() {
    ClusterState cluster = sum(List.of(member(1, MONDAY, "a"), member(2, MONDAY, "a")));

    cluster.observe(member(2, MONDAY.minusSeconds(5), "a"));

    assertThat(cluster.size).isEqualTo(2);
    assertThat(cluster.name()).isEqualTo("c-0000000001");
    assertThat(cluster.earliestId).isEqualTo("a-0000000002");
  }

  /** A site can declare halves of letters, and JSON can hold them. */
  @Test
  void isReadAsItWasWrittenWhateverItsPlacesAreMadeOf() throws IOException {
    ClusterState cluster =
        sum(
            List.of(
                member(1, MONDAY, "\uD83D"),
                member(2, MONDAY, "\uD83C"),
                member(3, MONDAY, "?"),
                member(4, MONDAY, "a"),
                member(5, MONDAY, "a")));

    ClusterState read = ReadBack.of(new ClusterStateSerializer(), cluster.under("a-0000000001"));

    assertThat(read.counts.places).isEqualTo(cluster.counts.places).hasSize(4);
    assertThat(read.under("a-0000000001")).usingRecursiveComparison().isEqualTo(cluster);
  }

  private static ClusterState sum(List<Member> members) {
    ClusterState state = new ClusterState();
    members.forEach(state::add);
    return state;
  }

  private static Member member(int number, Instant time, String place) {
    return member(number, time, place, 0.1 + number / 100.0, "model-1");
  }

  private static Member notAssessed(int number) {
    return member(number, MONDAY, "a", 0, "");
  }

  private static Member member(int number, Instant time, String place, double risk, String model) {
    return new Member(
        String.format("a-%010d", number),
        time,
        Days.of(time),
        Wording.of("Visits by person " + number + " in " + place + " daily"),
        List.of("phone:+33639980001"),
        place,
        "FR",
        "example.org",
        "classifieds",
        "en",
        List.of(new Evidence("SX-01", String.format("a-%010d", number), List.of())),
        risk,
        town(place),
        "",
        model,
        List.of(),
        List.of("person " + number),
        "",
        List.of("meaning:facts-" + number));
  }

  /** Towns a degree of latitude, 111 km, apart; the number is the last letter. */
  private static Place town(String name) {
    int number = Math.max(0, Character.digit(name.charAt(name.length() - 1), 10));
    return new Place(number, name, "FR", number, 0, new Span(0, 0));
  }
}
