package org.vigie.world.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceRecordTest {
  private static final Duration OWN_DELAY = Duration.ofMillis(100);
  private static final Duration NONE = Duration.ZERO;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void findsNothingAmissWhereEveryRestIsKept() {
    assertThat(
            counts(
                List.of(),
                visit("a", "1", "/x", 0, 10),
                visit("b", "2", "/x", 5, 15),
                visit("a", "1", "/y", 110, 130),
                visit("b", "2", "/y", 115, 130)))
        .isEmpty();
  }

  @Test
  void countsFromTheEndOfAnAnswerByHostAndByAddress() {
    assertThat(counts(List.of(), visit("a", "1", "/x", 0, 50), visit("b", "1", "/x", 120, 130)))
        .isEqualTo(Map.of("OWN_DELAY by address", 1));
    assertThat(counts(List.of(), visit("a", "1", "/x", 0, 50), visit("a", "1", "/y", 120, 130)))
        .isEqualTo(Map.of("OWN_DELAY by address", 1, "OWN_DELAY by host", 1));
  }

  @Test
  void findsARequestMadeBeforeTheAnswerToTheLastOneIsOver() {
    PaceBreach breach =
        record(List.of(), visit("a", "1", "/x", 0, 500), visit("a", "1", "/y", 400, 410))
            .breaches()
            .getFirst();

    assertThat(breach.reason()).isEqualTo(PaceBreach.Reason.LATENCY);
    assertThat(breach.found()).isEqualTo(Duration.ofMillis(-100));
  }

  @Test
  void wantsAsLongARestAsTheAnswerTook() {
    assertThat(counts(List.of(), visit("a", "1", "/x", 0, 500), visit("a", "1", "/y", 900, 910)))
        .isEqualTo(Map.of("LATENCY by host", 1, "LATENCY by address", 1));
  }

  @Test
  void wantsACrawlDelayOnceItIsToldForTheHostAndForItsAddress() {
    assertThat(
            counts(
                List.of(),
                visit("a", "1", "/x", 0, 1),
                visit("a", "1", "/robots.txt", 200, 201, NONE, SECOND),
                visit("a", "1", "/y", 500, 501),
                visit("b", "1", "/x", 700, 701),
                visit("b", "1", "/y", 900, 901)))
        .isEqualTo(Map.of("CRAWL_DELAY by host", 1, "CRAWL_DELAY by address", 2));
  }

  @Test
  void wantsARetryAfterKeptAlsoAcrossAKillButNotOneThatCouldNotBeNoted() {
    SeenRequest refused = visit("a", "1", "/x", 0, 10, Duration.ofSeconds(5), NONE);
    SeenRequest again = visit("a", "1", "/x", 2_000, 2_010);

    assertThat(counts(List.of(1_000L), refused, again))
        .isEqualTo(Map.of("RETRY_AFTER by host", 1, "RETRY_AFTER by address", 1));
    assertThat(counts(List.of(50L), refused, again)).isEmpty();
  }

  @Test
  void takesAnAnswerToACrawlKilledMeanwhileAsOverWithTheKill() {
    SeenRequest underWay = visit("a", "1", "/x", 0, 1_000);

    assertThat(counts(List.of(300L), underWay, visit("a", "1", "/x", 410, 420))).isEmpty();
    assertThat(counts(List.of(300L), underWay, visit("a", "1", "/x", 390, 420)))
        .isEqualTo(Map.of("OWN_DELAY by host", 1, "OWN_DELAY by address", 1));
  }

  private static Map<String, Integer> counts(List<Long> killMillis, SeenRequest... visits) {
    return record(killMillis, visits).breachCounts();
  }

  private static PaceRecord record(List<Long> killMillis, SeenRequest... visits) {
    List<Long> kills = killMillis.stream().map(millis -> millis * 1_000_000).toList();
    return new PaceRecord(List.of(visits), kills, OWN_DELAY);
  }

  private static SeenRequest visit(
      String host, String address, String target, long startMillis, long endMillis) {
    return visit(host, address, target, startMillis, endMillis, NONE, NONE);
  }

  private static SeenRequest visit(
      String host,
      String address,
      String target,
      long startMillis,
      long endMillis,
      Duration askedRest,
      Duration crawlDelay) {
    return new SeenRequest(
        host,
        address,
        target,
        startMillis * 1_000_000,
        endMillis * 1_000_000,
        askedRest,
        crawlDelay);
  }
}
