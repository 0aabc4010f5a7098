package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.cluster.ClusterRuling.Kind;

/**
 * What rulings leave, in the smallest histories in which it was once otherwise. Adverts of even
 * numbers are near-copies of one another, and so are those of odd ones.
 */
class RulingsTest {
  private static final List<ClusterInput> NOTHING = List.of();

  @TempDir static Path folder;

  private static RuledAdverts adverts;
  private RuledStream stream;

  @BeforeAll
  static void write() throws Exception {
    adverts = RuledAdverts.in(folder);
  }

  @BeforeEach
  void start() {
    stream = new RuledStream(adverts);
  }

  @Test
  void holdASplitAgainstTheNextNearCopy() throws Exception {
    stream.run(List.of(), List.of(advert(0), advert(2), link(0, 2)));
    ClusterRuling apart = apart(1, List.of(0), List.of(2));
    stream.run(List.of(apart), List.of(advert(4), link(2, 4), link(0, 4)));

    assertThat(stream.clusters()).isEqualTo(sets(set(0), set(2, 4)));
  }

  @Test
  void waitWhereTheyContradictAnEarlierOneUntilThatIsUndone() throws Exception {
    ClusterRuling together = together(1, 0, 1);
    ClusterRuling apart = apart(2, List.of(0), List.of(1));
    ClusterRuling alone = alone(3, 0);
    stream.run(List.of(together, apart, alone), List.of(advert(0), advert(1)));
    assertThat(stream.clusters()).isEqualTo(sets(set(0, 1)));

    stream.run(List.of(apart, alone), NOTHING);

    assertThat(stream.clusters()).isEqualTo(sets(set(0), set(1)));
  }

  @Test
  void areKeptToInTheOrderInWhichTheyWereMadeWhateverComesFirst() throws Exception {
    stream.run(
        List.of(apart(1, List.of(0), List.of(1)), together(2, 0, 3), together(3, 3, 1)),
        List.of(advert(1), advert(3), advert(0)));

    assertThat(stream.clusters()).isEqualTo(sets(set(0, 3), set(1)));
  }

  @Test
  void leaveAloneNoAdvertThatAWaitingOneNamesBesideOneThatBelongsWithNone() throws Exception {
    stream.run(
        List.of(alone(1, 0), together(2, 0, 1)),
        List.of(advert(0), advert(1), advert(3), link(1, 3)));

    assertThat(stream.clusters()).isEqualTo(sets(set(0), set(1, 3)));
  }

  @Test
  void leaveTogetherWhatAnEarlierOneJoinedThoughALaterOneLeavesItsLikeAlone() throws Exception {
    stream.run(
        List.of(together(1, 1, 2), alone(2, 0)),
        List.of(advert(0), advert(2), link(0, 2), advert(1)));

    assertThat(stream.clusters()).isEqualTo(sets(set(0), set(1, 2)));
  }

  @Test
  void takeNoClusterApartForAnAdvertThatWasNotInIt() throws Exception {
    List<ClusterInput> two =
        List.of(advert(0), advert(2), link(0, 2), advert(1), advert(3), link(1, 3));
    stream.run(List.of(), two);
    stream.run(List.of(apart(1, List.of(0), List.of(1))), NOTHING);

    assertThat(stream.clusters()).isEqualTo(sets(set(0, 2), set(1, 3)));
  }

  @Test
  void leaveNothingOfOneThatIsUndoneToThoseThatHold() throws Exception {
    ClusterRuling together = together(1, 0, 3);
    ClusterRuling apart = apart(2, List.of(0), List.of(1));
    stream.run(List.of(together, apart), List.of(advert(0), advert(3), advert(1), link(3, 1)));
    assertThat(stream.clusters()).isEqualTo(sets(set(0, 3), set(1)));

    stream.run(List.of(apart), NOTHING);

    assertThat(stream.clusters()).isEqualTo(sets(set(0), set(1, 3)));
  }

  @Test
  void endForWhatIsLikeAnAdvertThatWasForgottenSinceOnceTheyAreUndone() throws Exception {
    stream.run(List.of(alone(1, 0)), List.of(advert(0), advert(2), link(0, 2)));
    stream.forgetBut(List.of(alone(1, 0)), set(2));
    stream.run(List.of(), List.of(advert(4), link(2, 4)));

    assertThat(stream.clusters()).isEqualTo(sets(set(2, 4)));
  }

  private ClusterInput advert(int number) {
    return stream.advert(id(number));
  }

  private static ClusterInput link(int left, int right) {
    return RuledStream.link(id(left), id(right));
  }

  private static ClusterRuling together(int number, int... adverts) {
    return new ClusterRuling("r-" + number, Kind.TOGETHER, ids(adverts), List.of());
  }

  private static ClusterRuling alone(int number, int... adverts) {
    return new ClusterRuling("r-" + number, Kind.NO_CAMPAIGN, ids(adverts), List.of());
  }

  private static ClusterRuling apart(int number, List<Integer> adverts, List<Integer> others) {
    return new ClusterRuling(
        "r-" + number,
        Kind.APART,
        adverts.stream().map(RulingsTest::id).toList(),
        others.stream().map(RulingsTest::id).toList());
  }

  @SafeVarargs
  private static Set<Set<String>> sets(Set<String>... sets) {
    return Stream.of(sets).collect(Collectors.toSet());
  }

  private static Set<String> set(int... numbers) {
    return Set.copyOf(ids(numbers));
  }

  private static List<String> ids(int... numbers) {
    return IntStream.of(numbers).mapToObj(RulingsTest::id).toList();
  }

  private static String id(int number) {
    return RuledAdverts.id(number);
  }
}
