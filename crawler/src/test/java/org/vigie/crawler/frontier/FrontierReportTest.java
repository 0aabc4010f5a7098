package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontierReportTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void countsWhatEachSiteYieldedWhileTheCrawlGoesOn() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 4, 0.5));
      end(frontier, true, Duration.ZERO);
      end(frontier, false, Duration.ZERO);

      SiteReport site = FrontierReport.read(folder, at(NOON)).sites().getFirst();

      assertThat(site.pages()).isEqualTo(2);
      assertThat(site.adverts()).isEqualTo(1);
      assertThat(site.harvestRate()).isEqualTo(0.5);
      assertThat(site.waiting()).isEqualTo(2);
      assertThat(site.lastVisit()).isEqualTo(NOON);
      assertThat(site.trouble().blocked()).isEmpty();
      assertThat(site.trouble().changedSince()).isNull();
    }
  }

  @Test
  void putsABlockedSiteFirstAndSaysSinceWhen() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 1, 0.5));
      end(frontier, true, Duration.ZERO);
      frontier.seed(targets("b", 1, 0.5));
      frontier.postpone(take(frontier), "robots-unreachable", Duration.ofMinutes(1));
    }
    try (DiskFrontier frontier = open(NOON.plusSeconds(3600))) {
      frontier.postpone(take(frontier), "robots-unreachable", Duration.ofMinutes(1));
    }

    SiteReport first = FrontierReport.read(folder, at(NOON)).sites().getFirst();

    assertThat(first.host()).isEqualTo("b.example.org");
    assertThat(first.trouble().blocked()).isEqualTo("robots-unreachable");
    assertThat(first.trouble().blockedSince()).isEqualTo(NOON);
  }

  @Test
  void takesASiteForBlockedAfterThreeRefusalsInARow() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 4, 0.5));
      for (int i = 0; i < 3; i++) {
        assertThat(blocked()).isEmpty();
        frontier.postpone(take(frontier), "http-429", Duration.ZERO);
      }
      assertThat(blocked()).isEqualTo("http-429");
      end(frontier, false, Duration.ZERO);
      assertThat(blocked()).isEmpty();
    }
  }

  @Test
  void saysThatASiteChangedWhenPagesThatPromisedAdvertsHoldNone() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 100, 0.9));
      for (int i = 0; i < 30; i++) {
        end(frontier, true, Duration.ZERO);
      }
      assertThat(changed()).isNull();
      for (int i = 0; i < 40; i++) {
        end(frontier, false, Duration.ZERO);
      }
      assertThat(changed()).isEqualTo(NOON);
      for (int i = 0; i < 25; i++) {
        end(frontier, true, Duration.ZERO);
      }
      assertThat(changed()).isNull();
    }
  }

  @Test
  void doesNotTakeAListThatEndsForAChange() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 30, 0.9));
      for (int i = 0; i < 30; i++) {
        end(frontier, true, Duration.ZERO);
      }
      frontier.seed(targets("a", 100, 0.1));
      for (int i = 0; i < 70; i++) {
        end(frontier, false, Duration.ZERO);
      }
      assertThat(changed()).isNull();
    }
  }

  @Test
  void countsPagesWhoseTimeToBeLookedAtAgainHasPassed() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 2, 0.5));
      end(frontier, true, Duration.ofHours(1));
      end(frontier, true, Duration.ofHours(9));
    }

    SiteReport site =
        FrontierReport.read(folder, at(NOON.plus(Duration.ofHours(3)))).sites().getFirst();

    assertThat(site.revisits().planned()).isEqualTo(2);
    assertThat(site.revisits().overdueShare()).isEqualTo(0.5);
    assertThat(site.revisits().longest()).isEqualTo(NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void refusesAFrontierOfWhichABitIsAnother() throws Exception {
    try (DiskFrontier frontier = open(NOON)) {
      frontier.seed(targets("a", 2, 0.5));
      end(frontier, true, Duration.ofHours(1));
    }
    FrontierReport whole = FrontierReport.read(folder, at(NOON));
    Path table;
    try (Stream<Path> files = Files.list(folder.resolve("urls"))) {
      table = files.filter(file -> file.toString().endsWith(".sst")).sorted().findFirst().get();
    }
    byte[] bytes = Files.readAllBytes(table);
    bytes[10] ^= 1; // within its first block of entries
    Files.write(table, bytes);

    assertThatThrownBy(() -> FrontierReport.requireWhole(folder)).isInstanceOf(IOException.class);
    assertThat(readOr(whole)).isEqualTo(whole);
  }

  /** Returns what a report says, or something else if it is refused. */
  private FrontierReport readOr(FrontierReport otherwise) throws Exception {
    try {
      return FrontierReport.read(folder, at(NOON));
    } catch (IOException | UncheckedIOException e) {
      return otherwise;
    }
  }

  private DiskFrontier open(Instant now) throws Exception {
    return DiskFrontier.open(
        folder, Duration.ZERO, new FrontierLimits(1_000_000, 8, false), at(now));
  }

  private SiteReport site() throws Exception {
    return FrontierReport.read(folder, at(NOON)).sites().getFirst();
  }

  private String blocked() throws Exception {
    return site().trouble().blocked();
  }

  private Instant changed() throws Exception {
    return site().trouble().changedSince();
  }

  private static void end(DiskFrontier frontier, boolean advert, Duration again) throws Exception {
    List<String> adverts = advert ? List.of("a-1") : List.of();
    PageVisit visit =
        new PageVisit(
            NOON.toEpochMilli(),
            1,
            200,
            new KeptAnswer("", "", "", "x", 0),
            adverts,
            1,
            again.toMillis());
    frontier.commit(
        List.of(
            new PageEnd(
                take(frontier),
                "fetched",
                visit,
                List.of(),
                new ArchivePosition("x", 1),
                adverts.size(),
                false)));
  }

  private static Target take(DiskFrontier frontier) throws Exception {
    Due due = frontier.take();
    assertThat(due).isNotNull();
    return due.target();
  }

  private int made;

  private List<Target> targets(String host, int number, double score) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      targets.add(new Target("http://" + host + ".example.org/" + made++, 1, 0, score, ""));
    }
    return targets;
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
