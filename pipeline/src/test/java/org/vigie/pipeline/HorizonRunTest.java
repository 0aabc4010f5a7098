package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.state.Horizon;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/** Runs over half a year of event time that remember texts for twenty days. */
@Timeout(600)
class HorizonRunTest {
  private static final LocalDate START = LocalDate.of(2025, 6, 2);
  private static final int DAYS = 180;
  private static final Horizon HORIZON = new Horizon(20);

  /** Adverts of an archive. */
  private static final int ARCHIVED = 120;

  /** Days before the end of which texts are remembered: the horizon, a quarter, and disorder. */
  private static final int LIVE = 20 + 5 + 3;

  private static final List<String> STATES_OF_TEXTS =
      List.of(
          "detect repeats, assess adverts",
          "keep versions",
          "pair near-duplicates",
          "join clusters");

  @TempDir Path folder;

  @Test
  void findsWhatARunWithoutEndFindsAndKeepsTheStateOfLiveTextsAlone() throws Exception {
    List<String> lines = lines(0, DAYS);
    TestRun bounded = new TestRun(folder.resolve("bounded"));
    for (int piece = 0; piece < 3; piece++) {
      List<String> part = lines.subList(piece * lines.size() / 3, (piece + 1) * lines.size() / 3);
      bounded.accept(piece + ".jsonl", String.join("", part));
      bounded.runRemembering(HORIZON);
    }
    TestRun unbounded = new TestRun(folder.resolve("unbounded"));
    unbounded.accept("all.jsonl", String.join("", lines));
    unbounded.runRemembering(new Horizon(Horizon.MAX_DAYS));
    TestRun live = new TestRun(folder.resolve("live"));
    live.accept("live.jsonl", String.join("", lines(DAYS - LIVE, DAYS)));
    live.runRemembering(HORIZON);

    assertThat(bounded.found()).isEqualTo(unbounded.found());
    assertThat(bounded.found().clusters()).hasSizeGreaterThan(DAYS / 10);
    Map<String, Long> before = bytes(bounded);
    bounded.accept("later.jsonl", line("later", "x y", 2 * DAYS));
    bounded.runRemembering(HORIZON);
    // What is left when all else is forgotten doesn't grow with the texts.
    Map<String, Long> rest = bytes(bounded);
    for (String operator : STATES_OF_TEXTS) {
      long texts = before.getOrDefault(operator, 0L) - rest.getOrDefault(operator, 0L);
      assertThat(texts)
          .as("%s: %s, %s left", operator, before, rest)
          .isPositive()
          .isLessThan(bytes(live).getOrDefault(operator, 0L) * 5 / 4)
          .isLessThan(bytes(unbounded).getOrDefault(operator, 0L) / 2);
      assertThat(rest.getOrDefault(operator, 0L)).as(operator).isLessThan(60_000);
    }
  }

  @Test
  void addsToWhatTheIndexHoldsOfATextThatComesBackAfterItWasForgotten() throws Exception {
    String text = "Bicycle of a large firm with two wheels and a bell for sale";
    TestRun run = new TestRun(folder.resolve("run"));
    run.accept("first.jsonl", line("1", text, 0) + line("2", text, 1) + line("3", "x y", 90));
    run.runRemembering(HORIZON);
    run.accept("second.jsonl", line("4", text, 100) + line("5", text, 101));
    run.runRemembering(HORIZON);

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      SearchResult.Hit hit = hit(run, index, text);
      Sighting sighting = index.findSighting(hit.advert().advert().id()).orElseThrow();
      assertThat(sighting.times()).isEqualTo(4);
      assertThat(hit.timesSeen()).isEqualTo(4);
      assertThat(sighting.firstSeen()).isEqualTo(at(0));
      assertThat(sighting.lastSeen()).isEqualTo(at(101));
      assertThat(sighting.sourceIds()).containsExactly("1", "2", "4", "5");
      assertThat(index.counts().sightings()).isEqualTo(5);
    }
  }

  @Test
  void forgetsThoughThereAreFewerFilesThanInstances() throws Exception {
    String lines = String.join("", lines(0, DAYS));
    TestRun bounded = new TestRun(folder.resolve("bounded"));
    bounded.accept("all.jsonl", lines);
    bounded.runRemembering(HORIZON, 2);
    TestRun unbounded = new TestRun(folder.resolve("unbounded"));
    unbounded.accept("all.jsonl", lines);
    unbounded.runRemembering(new Horizon(Horizon.MAX_DAYS), 2);

    assertThat(bounded.found()).isEqualTo(unbounded.found());
    Map<String, Long> live = bytes(bounded);
    Map<String, Long> all = bytes(unbounded);
    for (String operator : STATES_OF_TEXTS) {
      assertThat(live.getOrDefault(operator, 0L))
          .as("%s: %s of %s", operator, live, all)
          .isLessThan(all.getOrDefault(operator, 0L) / 2);
    }
  }

  /**
   * Both files are pipes: the old one can't be opened before what is written of the newer one has
   * been read, and that one doesn't end before.
   */
  @Test
  void clustersOldAdvertsOfAFileThatOpensOnceANewerOneIsRead() throws Exception {
    String old = String.join("", lines(0, 10));
    String recent = String.join("", lines(DAYS - 15, DAYS));
    TestRun inOrder = new TestRun(folder.resolve("in-order"));
    inOrder.accept("old.jsonl", old);
    inOrder.runRemembering(HORIZON);
    inOrder.accept("recent.jsonl", recent);
    inOrder.runRemembering(HORIZON);
    TestRun slow = new TestRun(folder.resolve("slow"));
    Path recentPipe = pipe(slow.accept("recent.jsonl", recent));
    Path oldPipe = pipe(slow.accept("old.jsonl", old));

    CountDownLatch read = new CountDownLatch(1);
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> written =
          writer.submit(() -> {
            try (Writer out = Files.newBufferedWriter(recentPipe)) {
              out.write(recent);
              out.flush();
              read.await();
              Files.writeString(oldPipe, old);
            }
            return null;
          });
      slow.runRemembering(
          HORIZON,
          2,
          progress -> {
            if (progress.records().adverts() > 0) {
              read.countDown();
            }
          });
      written.get();
    }

    assertThat(slow.found()).isEqualTo(inOrder.found());
  }

  @Test
  void readsTheOldestOfSeveralFilesFirst() throws Exception {
    List<String> lines = lines(0, 60);
    TestRun inOrder = new TestRun(folder.resolve("in-order"));
    inOrder.accept("all.jsonl", String.join("", lines));
    inOrder.runRemembering(HORIZON);
    TestRun apart = new TestRun(folder.resolve("apart"));
    for (int piece : List.of(4, 2, 0, 5, 3, 1)) {
      List<String> part = lines.subList(piece * lines.size() / 6, (piece + 1) * lines.size() / 6);
      apart.accept(piece + ".jsonl", String.join("", part));
    }
    apart.runRemembering(HORIZON);

    assertThat(apart.found()).isEqualTo(inOrder.found());
  }

  @Test
  void readsAnArchiveInAnyOrderBesideNewerDataAsIfByItsOwnClock() throws Exception {
    TestRun then = readInOrder();
    TestRun run = new TestRun(folder.resolve("held"));
    run.accept("archive.jsonl", newestFirst());

    RunReport report = run.runRemembering(HORIZON.holding());

    assertThat(report.late()).isZero();
    assertThat(run.found().adverts()).isEqualTo(then.found().adverts());
    assertThat(run.found().memberships()).isEqualTo(then.found().memberships());
    assertThat(run.found().clusters()).hasSameSizeAs(then.found().clusters()).isNotEmpty();
    Map<String, Long> all = bytes(run);
    run.accept("next.jsonl", line("next", words("next"), 401));
    run.runRemembering(HORIZON);
    for (String operator : STATES_OF_TEXTS) {
      assertThat(bytes(run).getOrDefault(operator, 0L))
          .as("forgotten by the next run: " + operator)
          .isLessThan(all.getOrDefault(operator, 0L) / 2);
    }
  }

  @Test
  void countsWhatIsTooLateInAnArchiveBesideNewerData() throws Exception {
    TestRun run = new TestRun(folder.resolve("late"));
    run.accept("archive.jsonl", newestFirst());

    RunReport report = run.runRemembering(HORIZON);

    assertThat(report.late()).isGreaterThan(ARCHIVED / 2);
    assertThat(run.found().clusters()).hasSizeLessThan(readInOrder().found().clusters().size());
  }

  private TestRun readInOrder() throws Exception {
    TestRun then = new TestRun(folder.resolve("then"));
    then.accept("all.jsonl", String.join("", lines(0, ARCHIVED)));
    then.runRemembering(HORIZON);
    then.accept("recent.jsonl", line("recent", words("recent"), 400));
    then.runRemembering(HORIZON);
    return then;
  }

  /** Something new, and behind it an archive, its end first. */
  private static String newestFirst() {
    return line("recent", words("recent"), 400) + String.join("", lines(0, ARCHIVED).reversed());
  }

  /** Puts a pipe in place of a file. */
  private static Path pipe(Path file) throws Exception {
    Files.delete(file);
    assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0);
    return file;
  }

  @Test
  void remembersAClusterThatWasRuledOnAsLongAsBefore() throws Exception {
    String text = words("campaign");
    TestRun run = new TestRun(folder.resolve("run"));
    String one = line("1", text + "in town number 1", 0);
    String other = line("2", words("other"), 0);
    run.accept("first.jsonl", one + other + line("3", text + "in town number 1", 20));
    run.runRemembering(HORIZON);
    List<ClusterRuling> rulings = List.of(together(run, "1", "2"));
    run.runRemembering(HORIZON, rulings);
    run.accept("second.jsonl", line("4", "x y", 30));
    run.runRemembering(HORIZON, rulings);
    run.accept("third.jsonl", line("5", text + "in town number 2", 31));
    run.runRemembering(HORIZON, rulings);

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(hit(run, index, text + "in town number 2").cluster().size()).isEqualTo(3);
    }
  }

  @Test
  void forgetsNetworksOnceTheirClustersAreForgottenAndLeavesThemInTheIndex() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < 2; i++) {
        String campaign = words("c" + day / 10 + "x" + i) + "in town number " + day % 5;
        String text = campaign + " call +33 6 39 98 %02d 11".formatted(day / 10);
        lines.add(line(day + "-" + i, text, day));
      }
    }
    TestRun bounded = new TestRun(folder.resolve("bounded"));
    for (int piece = 0; piece < 3; piece++) {
      List<String> part = lines.subList(piece * lines.size() / 3, (piece + 1) * lines.size() / 3);
      bounded.accept(piece + ".jsonl", String.join("", part));
      bounded.runRemembering(HORIZON);
    }
    TestRun unbounded = new TestRun(folder.resolve("unbounded"));
    unbounded.accept("all.jsonl", String.join("", lines));
    unbounded.runRemembering(new Horizon(Horizon.MAX_DAYS));

    assertThat(bounded.found().networks()).hasSize(DAYS / 10);
    assertThat(bounded.found()).isEqualTo(unbounded.found());
    long live = bytesOfNetworks(bounded);
    bounded.accept("later.jsonl", line("later", "x y", 2 * DAYS));
    bounded.runRemembering(HORIZON);
    // What is left when all networks are forgotten doesn't grow with them.
    long rest = bytesOfNetworks(bounded);
    assertThat(live - rest).isPositive().isLessThan((bytesOfNetworks(unbounded) - rest) / 3);
  }

  private static ClusterRuling together(TestRun run, String... sourceIds) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      List<String> adverts =
          run.adverts(index).stream()
              .map(hit -> hit.advert().advert())
              .filter(advert -> List.of(sourceIds).contains(advert.sourceId()))
              .map(Advert::id)
              .toList();
      return new ClusterRuling("1", ClusterRuling.Kind.TOGETHER, adverts, List.of());
    }
  }

  private static SearchResult.Hit hit(TestRun run, AdvertIndex index, String text)
      throws Exception {
    return run.adverts(index).stream()
        .filter(hit -> hit.advert().advert().body().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static long bytesOfNetworks(TestRun run) throws Exception {
    return bytes(run).getOrDefault("join networks", 0L);
  }

  private static Map<String, Long> bytes(TestRun run) throws Exception {
    return StateSizes.of(run.workspace()).byOperator();
  }

  /**
   * Returns the adverts of some days, up to three days out of order: each week three campaigns that
   * last for ten days, strangers, and exact reposts.
   */
  private static List<String> lines(int from, int until) {
    List<String> lines = new ArrayList<>();
    Random random = new Random(8);
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < 3; i++) {
        int campaign = day / 10 * 3 + i;
        int posted = Math.max(0, day - random.nextInt(4));
        String slot = "in town number " + random.nextInt(5);
        String campaignLine = line("c" + day + "-" + i, words("c" + campaign) + slot, posted);
        String stranger = line("s" + day + "-" + i, words("s" + day + "x" + i), posted);
        if (day >= from && day < until) {
          lines.add(campaignLine);
          lines.add(stranger);
        }
      }
    }
    return lines;
  }

  /** Returns forty words of which no other text has any. */
  private static String words(String name) {
    return IntStream.range(0, 40).mapToObj(i -> name + "w" + i + " ").collect(Collectors.joining());
  }

  private static String line(String id, String text, int day) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"site\":\"example.org\",\"posted\":\"%s\"}%n"
        .formatted(id, text, at(day));
  }

  private static Instant at(int day) {
    return START.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3600);
  }
}
