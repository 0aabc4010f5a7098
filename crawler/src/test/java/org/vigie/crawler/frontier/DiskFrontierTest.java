package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.crawler.url.WebAddress;

/** Which page is given out next, to whom, and none twice. */
class DiskFrontierTest extends FrontierInAFolder {
  @Test
  void givesOutTheBestUrlOfAHostFirstAndThenTheOldest() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(
          List.of(
              target("a", 1, 0.2), target("a", 2, 0.9), target("a", 3, 0.2), target("a", 4, 1)));

      assertThat(drain(frontier))
          .containsExactly(url("a", 4), url("a", 2), url("a", 1), url("a", 3));
    }
  }

  @Test
  void putsABetterUrlBeforeThoseAlreadyRead() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5), target("a", 2, 0.4)));
      Target first = take(frontier);
      frontier.commit(List.of(end(first, List.of(target("a", 3, 0.45), target("a", 4, 0.1)))));

      assertThat(drain(frontier)).containsExactly(url("a", 3), url("a", 2), url("a", 4));
    }
  }

  @Test
  void givesMoreTurnsToTheHostWhoseUrlsScoreHigherWhenNotAllMayBeFetched() throws Exception {
    FrontierLimits scarce = new FrontierLimits(60, 8, false);
    Duration delay = Duration.ofMillis(100); // long beside a turn, also on a busy machine
    List<Target> seeds = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      seeds.add(target("a", i, 0.9));
      seeds.add(target("b", i, 0.05));
    }
    Map<String, Integer> pages = new HashMap<>();
    try (DiskFrontier frontier =
        DiskFrontier.open(
            folder, delay, scarce, store -> learning(Target::score), Clock.systemUTC())) {
      frontier.seed(seeds);
      Due due;
      while ((due = frontier.take()) != null) {
        String host = host(due.target());
        pages.merge(host, 1, Integer::sum);
        frontier.politeness().ended(host, host);
        frontier.commit(List.of(visited(due.target(), Clock.systemUTC(), Duration.ZERO)));
      }
    }

    assertThat(pages.get("a.example.org")).isGreaterThan(2 * pages.get("b.example.org"));
    assertThat(pages.get("b.example.org")).isPositive();
  }

  private static List<Target> better(int number) {
    List<Target> better = new ArrayList<>();
    for (int i = 10; i < 10 + number; i++) {
      better.add(target("a", i, 0.9));
    }
    return better;
  }

  private static UrlRanking learning(ToDoubleFunction<Target> scores) {
    return new UrlRanking() {
      @Override
      public double score(Target target) {
        return scores.applyAsDouble(target);
      }

      @Override
      public void learn(PageEnd end, List<Target> fresh) {}

      @Override
      public boolean learns() {
        return true;
      }

      @Override
      public void save() {}
    };
  }

  @Test
  void holdsAHostWithOneUrlUnderWay() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5), target("a", 2, 0.5), target("b", 1, 0.5)));

      Set<String> hosts = Set.of(host(take(frontier)), host(take(frontier)));

      assertThat(hosts).containsExactlyInAnyOrder("a.example.org", "b.example.org");
      assertThat(frontier.waiting()).isEqualTo(3);
    }
  }

  @Test
  void givesOutTheNextUrlOfAHostWhileTheLastAwaitsItsCommit() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5), target("a", 2, 0.5)));
      PageEnd first = end(take(frontier), List.of());
      frontier.release(first);
      PageEnd second = end(take(frontier), List.of());
      frontier.release(second);

      assertThat(frontier.isFinished()).isFalse();
      frontier.commit(List.of(first, second));

      assertThat(second.target().url()).isEqualTo(url("a", 2));
      assertThat(frontier.take()).isNull();
    }
  }

  @Test
  void takesNoUrlTwiceThoughManyBetterOnesComeBeforeItsCommit() throws Exception {
    Set<String> taken = new HashSet<>();
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.3), target("a", 2, 0.2), target("a", 3, 0.1)));
      PageEnd early = end(take(frontier), List.of());
      frontier.release(early);
      frontier.commit(List.of(end(take(frontier), better(200))));
      for (int i = 0; i < 201; i++) {
        Target next = take(frontier);
        assertThat(taken.add(next.url())).isTrue();
        frontier.commit(List.of(end(next, List.of())));
      }
      assertThat(taken).doesNotContain(early.target().url());
      frontier.commit(List.of(early));

      assertThat(frontier.take()).isNull();
    }
  }

  @Test
  void takesNoUrlTwiceThoughScoresAreLookedAtAgainWhileItIsUnderWay() throws Exception {
    FrontierLimits limits = new FrontierLimits(1_000, 8, false);
    Map<String, Double> learned = new HashMap<>();
    UrlRanking rising = learning(target -> learned.getOrDefault(target.url(), target.score()));
    try (DiskFrontier frontier =
        DiskFrontier.open(folder, Duration.ZERO, limits, store -> rising, Clock.systemUTC())) {
      frontier.seed(List.of(target("a", 1, 0.3), target("a", 2, 0.2), target("a", 3, 0.1)));
      PageEnd first = end(take(frontier), better(100));
      frontier.release(first);
      Target second = take(frontier);
      learned.put(second.url(), 0.99);
      frontier.commit(List.of(first));
      frontier.commit(List.of(end(second, List.of())));

      assertThat(drain(frontier)).doesNotHaveDuplicates().hasSize(101).doesNotContain(second.url());
    }
  }

  @Test
  void givesOutNothingWhilePaused() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5)));
      frontier.pause();
      long start = System.nanoTime();
      Thread resumer =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(150);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                frontier.resume();
              });
      take(frontier);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
      resumer.join();
    }
  }

  @Test
  void leavesThreadsToHostsThatAnswer() throws Exception {
    FrontierLimits limits = new FrontierLimits(1_000, 2, true);
    try (DiskFrontier frontier =
        DiskFrontier.open(folder, Duration.ZERO, limits, Clock.systemUTC())) {
      frontier.seed(List.of(target("good", 1, 0.5)));
      Target good = take(frontier);
      List<Target> more = new ArrayList<>(List.of(target("good", 2, 0.5)));
      for (int i = 0; i < 5; i++) {
        more.add(target("slow" + i, 1, 0.5));
      }
      frontier.commit(List.of(visited(good, Clock.systemUTC(), Duration.ZERO, more)));

      assertThat(host(take(frontier))).startsWith("good");
      assertThat(host(take(frontier))).startsWith("slow");
      assertThat(host(take(frontier))).startsWith("slow");
      frontier.stop();
      assertThat(frontier.take()).isNull();
    }
  }

  @Test
  void isHeldByOneProcess() throws Exception {
    try (DiskFrontier frontier = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no other crawl may hold");
    }
  }

  /** Against a plain model in memory: any order of steps, closed and opened again in between. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNothingAndGivesNothingOutTwice(long seed) throws Exception {
    Random random = new Random(seed);
    Map<String, Double> waiting = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    Set<String> done = new HashSet<>();
    int steps = 0;
    DiskFrontier frontier = open();
    try {
      List<Target> seeds = List.of(target("a", 0, 0.5));
      frontier.seed(seeds);
      waiting.put(seeds.getFirst().url(), 0.5);
      known.add(seeds.getFirst().url());
      while (!waiting.isEmpty() && steps++ < 1_200) {
        if (random.nextInt(200) == 0) {
          frontier.close();
          frontier = open();
        }
        Target next = take(frontier);
        String where = "seed " + seed + ", step " + steps;
        assertThat(waiting).as(where).containsKey(next.url());
        assertThat(bestOfHost(waiting, host(next)))
            .as(where)
            .isCloseTo(waiting.get(next.url()), org.assertj.core.data.Offset.offset(1e-4));
        if (random.nextInt(10) == 0) {
          frontier.retry(next);
          continue;
        }
        List<Target> links = links(random, steps);
        frontier.commit(List.of(end(next, links)));
        waiting.remove(next.url());
        assertThat(done.add(next.url())).as(where).isTrue();
        for (Target link : links) {
          if (known.add(link.url())) {
            waiting.put(link.url(), link.score());
          }
        }
        assertThat(frontier.waiting()).as(where).isEqualTo(waiting.size());
      }
      frontier.close();
      frontier = open();
      Map<String, Double> rest = new HashMap<>(waiting);
      for (String url : drain(frontier)) {
        assertThat(rest.remove(url)).as("seed " + seed).isNotNull();
      }
      assertThat(rest).as("seed " + seed).isEmpty();
    } finally {
      frontier.close();
    }
  }

  private static List<Target> links(Random random, int step) {
    List<Target> links = new ArrayList<>();
    int number = step < 250 ? random.nextInt(12) : random.nextInt(2);
    for (int i = 0; i < number; i++) {
      String host = "h" + random.nextInt(random.nextInt(5) == 0 ? 20 : 2);
      links.add(target(host, random.nextInt(3_000), random.nextInt(5) / 4.0));
    }
    return links;
  }

  private static double bestOfHost(Map<String, Double> waiting, String host) {
    return waiting.entrySet().stream()
        .filter(entry -> WebAddress.hostOf(entry.getKey()).equals(host))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElseThrow();
  }
}
