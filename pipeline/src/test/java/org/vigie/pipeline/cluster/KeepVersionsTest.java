package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.AdvertVersions.Version;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.Remembered;

class KeepVersionsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PLACE = "v-0123456789abcdef0123";
  private static final String URL = "https://example.org/1";

  @Test
  void keepsVersionsInOrderOfTimeAcrossARestart() throws Exception {
    OperatorSubtaskState saved;
    try (var versions = harness()) {
      versions.open();
      see(versions, "a-2", 3);
      saved = versions.snapshot(1, 1);
    }
    try (var versions = harness()) {
      versions.initializeState(saved);
      versions.open();
      see(versions, "a-1", 1);
      see(versions, "a-1", 9);

      assertThat(indexed(versions))
          .containsExactly(
              new AdvertVersions(PLACE, URL, List.of(version("a-1", 1), version("a-2", 3))));
    }
  }

  @Test
  void forgetsAPlaceOnceTheHorizonHasPassedItAndLeavesTheIndexAsItIs() throws Exception {
    try (var versions = harness()) {
      versions.open();
      see(versions, "a-1", 0);
      see(versions, "a-2", 1);
      see(versions, "a-2", 5);
      versions.processWatermark(day(15));
      see(versions, "a-3", 4);
      versions.processWatermark(day(16));
      see(versions, "a-4", 16);
      see(versions, "a-5", 17);

      String later = PLACE + "#" + (Days.of(MONDAY) + 5);
      assertThat(indexed(versions))
          .containsExactly(
              new AdvertVersions(PLACE, URL, List.of(version("a-1", 0), version("a-2", 1))),
              new AdvertVersions(
                  PLACE, URL, List.of(version("a-1", 0), version("a-2", 1), version("a-3", 4))),
              new AdvertVersions(later, URL, List.of(version("a-4", 16), version("a-5", 17))));
    }
  }

  @Test
  void remembersAPlaceByWhenAnAdvertWasSeenThereAndNotByWhenItSaysItWasPosted() throws Exception {
    try (var versions = harness()) {
      versions.open();
      see(versions, version("a-1", 400), 0);
      see(versions, version("a-2", -400), 1);
      versions.processWatermark(day(11));
      assertThat(versions.numEventTimeTimers()).isOne();
      versions.processWatermark(day(12));

      assertThat(versions.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void givesNoMemoryTheNumberOfAnotherThoughTheClockBeginsAnew() throws Exception {
    OperatorSubtaskState saved;
    try (var versions = harness()) {
      versions.open();
      see(versions, "a-1", 5);
      versions.processWatermark(day(16));
      saved = versions.snapshot(1, 1);
    }
    try (var versions = harness()) {
      versions.initializeState(saved);
      versions.open();
      see(versions, "a-2", 4);
      see(versions, "a-3", 5);
      versions.processWatermark(day(16));
      see(versions, "a-4", 16);
      see(versions, "a-5", 17);

      long first = Days.of(MONDAY) + 5;
      assertThat(indexed(versions))
          .containsExactly(
              new AdvertVersions(
                  PLACE + "#" + first, URL, List.of(version("a-2", 4), version("a-3", 5))),
              new AdvertVersions(
                  PLACE + "#" + (first + 1), URL, List.of(version("a-4", 16), version("a-5", 17))));
    }
  }

  private static void see(
      IndexHarness<Integer, VersionSeen> versions,
      String advert,
      int day)
      throws Exception {
    see(versions, version(advert, day), day);
  }

  private static void see(
      IndexHarness<Integer, VersionSeen> versions,
      Version version,
      int lastSeen)
      throws Exception {
    Instant seen = MONDAY.plus(Duration.ofDays(lastSeen));
    versions.processElement(new VersionSeen(PLACE, URL, true, version, seen), 0);
  }

  private static Version version(String advert, int day) {
    return new Version(advert, MONDAY.plus(Duration.ofDays(day)));
  }

  private static Watermark day(int day) {
    return new Watermark(Duration.ofDays(Days.of(MONDAY) + day).toMillis());
  }

  private static List<AdvertVersions> indexed(
      IndexHarness<Integer, VersionSeen> versions) {
    return versions.extractOutputValues().stream()
        .map(change -> ((IndexChange.PutVersions) change).value())
        .toList();
  }

  private static IndexHarness<Integer, VersionSeen> harness()
      throws Exception {
    return new IndexHarness<>(
        new KeyedProcessOperator<>(new KeepVersions(new Horizon(10))),
        seen -> Remembered.group(seen.place()),
        Types.INT);
  }
}
