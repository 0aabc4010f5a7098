package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.PageHistory;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Seed;

class RevisitPolicyTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration ROUNDING = Duration.ofMillis(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", Instant.parse("2100-01-01T00:00:00Z"));
  private static final Seed SEED = seed(new Seed.Revisit(HOUR, MONTH));

  @Test
  void looksAgainOnlyWhereASeedAsksForIt() {
    Seed once = seed(null);

    assertThat(RevisitPolicy.interval(once, null, found(page(0, 1), false, false)))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void beginsInTheMiddleOfTheBounds() {
    Duration first = RevisitPolicy.interval(SEED, null, found(page(0, 1), false, false));

    assertThat(first.toHours()).isEqualTo((long) Math.sqrt(MONTH.toHours()));
  }

  @Test
  void shortensTheIntervalOfAPageThatChangesAndStretchesThatOfOneThatDoesNot() {
    List<Duration> changing = intervals(60, true);
    List<Duration> still = intervals(200, false);

    assertThat(changing).isSortedAccordingTo(Comparator.reverseOrder()).endsWith(HOUR);
    assertThat(changing.get(1)).isCloseTo(changing.getFirst().dividedBy(2), ROUNDING);
    assertThat(still).isSorted();
    assertThat(still.getLast()).isGreaterThan(still.getFirst().multipliedBy(4));
    assertThat(still.getLast()).isLessThanOrEqualTo(MONTH);
  }

  @Test
  void looksSoonerAtAListThatBringsNewAdvertsThanAtAPageThatChangesAsOften() {
    PageHistory daily = new PageHistory(1, List.of(), 0, 0, 30, 19, 30 * 86_400_000.0);
    PageVisit now = visit(200, 31, daily);
    PageVisit last = visit(200, 30, daily).again(Duration.ofHours(6).toMillis());

    Duration page = RevisitPolicy.interval(SEED, last, found(now, true, false));
    Duration list = RevisitPolicy.interval(SEED, last, found(now, true, true));

    assertThat(list).isLessThan(page);
  }

  @Test
  void looksForAPageThatHasGoneAFewTimesMoreAndThenNever() {
    List<Duration> looks = new ArrayList<>();
    PageVisit last = page(0, 1).again(HOUR.toMillis());
    for (int gone = 1; gone <= RevisitPolicy.MAX_GONE_LOOKS; gone++) {
      PageVisit now = visit(410, gone, PageHistory.none().found(0, List.of(), 0, gone));
      Duration next = RevisitPolicy.interval(SEED, last, found(now, false, false));
      looks.add(next);
      last = now.again(next.toMillis());
    }

    assertThat(looks)
        .containsExactly(
            HOUR.multipliedBy(2), HOUR.multipliedBy(4), HOUR.multipliedBy(8), Duration.ZERO);
  }

  @Test
  void neverLooksAgainWhereThereWasNothing() {
    PageVisit missing = visit(404, 1, PageHistory.none());

    assertThat(RevisitPolicy.interval(SEED, null, found(missing, false, false)))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void visitsPagesThatChangeOftenMoreOften(long seed) {
    SplittableRandom random = new SplittableRandom(seed);

    int daily = SimulatedPage.poisson(random, Duration.ofDays(1)).watch(SEED, Duration.ofDays(365));
    int monthly =
        SimulatedPage.poisson(random, Duration.ofDays(30)).watch(SEED, Duration.ofDays(365));
    int never =
        SimulatedPage.poisson(random, Duration.ofDays(36_500)).watch(SEED, Duration.ofDays(365));

    assertThat(daily).isGreaterThan(2 * monthly);
    assertThat(monthly).isGreaterThan(never);
  }

  /**
   * Changes come at random, on average every 4 hours to 200 days, evenly spread over the orders of
   * magnitude, about as Cho and Garcia-Molina (2000) found them on the web.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsPagesFresherThanVisitsAtEqualIntervalsDoWithAsManyVisits(long seed) {
    Duration year = Duration.ofDays(365);
    List<SimulatedPage> pages = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      double hours = 4 * Math.pow(1_200, random.nextDouble());
      pages.add(SimulatedPage.poisson(random, Duration.ofMinutes((long) (hours * 60))));
    }

    long visits = pages.stream().mapToLong(page -> page.watch(SEED, year)).sum();
    double adaptive =
        pages.stream().mapToDouble(page -> page.freshness(year)).average().orElseThrow();
    Duration equal = year.multipliedBy(pages.size()).dividedBy(visits);
    pages.forEach(page -> page.watchEvery(equal, year));
    double uniform =
        pages.stream().mapToDouble(page -> page.freshness(year)).average().orElseThrow();

    assertThat(adaptive).isGreaterThan(uniform + 0.02);
  }

  private static List<Duration> intervals(int visits, boolean changes) {
    List<Duration> intervals = new ArrayList<>();
    PageVisit last = null;
    long at = 1;
    for (int i = 0; i < visits; i++) {
      PageVisit now = SimulatedPage.next(last, at, changes);
      Duration interval = RevisitPolicy.interval(SEED, last, found(now, changes, false));
      intervals.add(interval);
      last = now.again(interval.toMillis());
      at += interval.toMillis();
    }
    return intervals;
  }

  private static PageVisit page(long at, int times) {
    return visit(200, times, PageHistory.none().found(at + 1, List.of(), 0, 0));
  }

  private static PageVisit visit(int status, int times, PageHistory history) {
    return new PageVisit(1, 1, status, KeptAnswer.NONE, List.of(), times, 0, history);
  }

  static Answered.Found found(PageVisit visit, boolean changed, boolean bringsNew) {
    return new Answered.Found(visit, changed, bringsNew, List.of());
  }

  private static Seed seed(Seed.@Nullable Revisit revisit) {
    return new Seed("https://example.org/", Seed.Reach.HOST, MANDATE, 10, "", revisit);
  }
}
