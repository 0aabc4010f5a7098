package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ContactType;
import org.vigie.advert.PictureHash;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;

class ResolvePicturesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Horizon HORIZON = new Horizon(10);
  private static final String ADDRESS = "sha256:" + "a".repeat(64);
  private static final String DIGEST = "sha256:" + "d".repeat(64);

  @Test
  void knowsAPictureByItsHashWhateverComesFirst() throws Exception {
    for (boolean hashFirst : List.of(true, false)) {
      try (var pictures = harness()) {
        pictures.open();
        if (hashFirst) {
          hash(pictures, DIGEST);
        }
        use(pictures, "a-1", MONDAY, null);
        if (!hashFirst) {
          assertThat(pictures.extractOutputValues()).isEmpty();
          hash(pictures, DIGEST);
        }
        assertThat(pictures.extractOutputValues())
            .as("hash first: %s", hashFirst)
            .containsExactly(use("picture:" + DIGEST, "a-1", MONDAY, null));
      }
    }
  }

  @Test
  void tellsOfAnAdvertThatWaitedAtItsEarliestTimeAndThenMovesIt() throws Exception {
    try (var pictures = harness()) {
      pictures.open();
      use(pictures, "a-1", MONDAY, null);
      use(pictures, "a-1", MONDAY.minusSeconds(60), MONDAY);
      hash(pictures, DIGEST);
      use(pictures, "a-1", MONDAY.minusSeconds(90), MONDAY.minusSeconds(60));

      String key = "picture:" + DIGEST;
      assertThat(pictures.extractOutputValues())
          .containsExactly(
              use(key, "a-1", MONDAY.minusSeconds(60), null),
              use(key, "a-1", MONDAY.minusSeconds(90), MONDAY.minusSeconds(60)));
    }
  }

  @Test
  void keepsToTheFirstHashOfAnAddress() throws Exception {
    try (var pictures = harness()) {
      pictures.open();
      hash(pictures, DIGEST);
      hash(pictures, "sha256:" + "e".repeat(64));
      use(pictures, "a-1", MONDAY, null);

      assertThat(pictures.extractOutputValues())
          .extracting(ContactUse::contact)
          .containsExactly("picture:" + DIGEST);
    }
  }

  @Test
  void waitsAcrossARestart() throws Exception {
    OperatorSubtaskState saved;
    try (var pictures = harness()) {
      pictures.open();
      use(pictures, "a-1", MONDAY, null);
      saved = pictures.snapshot(1, 1);
    }
    try (var pictures = harness()) {
      pictures.initializeState(saved);
      pictures.open();
      hash(pictures, DIGEST);

      assertThat(pictures.extractOutputValues())
          .containsExactly(use("picture:" + DIGEST, "a-1", MONDAY, null));
    }
  }

  @Test
  void forgetsAPictureOnTheDayOnWhichTheHorizonHasPassedIt() throws Exception {
    for (boolean known : List.of(true, false)) {
      try (var pictures = harness()) {
        pictures.open();
        use(pictures, "a-1", MONDAY, null);
        if (known) {
          hash(pictures, DIGEST);
        }
        use(pictures, "a-1", MONDAY.plus(Duration.ofDays(3)), MONDAY);
        // Ten days, two until it is told of what is seen still, and the day itself.
        pictures.processBothWatermarks(day(3 + 12));
        int kept = pictures.numKeyedStateEntries();
        pictures.processBothWatermarks(day(3 + 13));

        assertThat(kept).as("known: %s", known).isPositive();
        assertThat(pictures.numKeyedStateEntries()).as("known: %s", known).isZero();
      }
    }
  }

  /** Beside one that forgets nothing: no wait is longer than the horizon. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void tellsWhatOneTellsThatForgetsNothing(long seed) throws Exception {
    Random random = new Random(seed);
    OperatorSubtaskState saved = null;
    OperatorSubtaskState savedOfAll = null;
    int adverts = 0;
    for (int day = 0, run = 1; day < 200; run++) {
      try (var pictures = harness(HORIZON);
          var all = harness(new Horizon(Horizon.MAX_DAYS))) {
        if (saved != null) {
          pictures.initializeState(saved);
          all.initializeState(savedOfAll);
        }
        pictures.open();
        all.open();
        for (int end = day + 20; day < end; day++) {
          for (int picture = 0; picture < 12; picture++) {
            // Each picture comes in a season of its own, and is away between for longer than that.
            boolean isSeason = (day / 8 + picture) % 12 == 0;
            String address = "sha256:" + "%064x".formatted(1_000 * (day / 96) + picture);
            if (isSeason && random.nextInt(3) == 0) {
              PictureHash hash =
                  new PictureHash(
                      address, "sha256:" + "%064x".formatted(random.nextInt(3)), at(day));
              pictures.processElement2(new StreamRecord<>(hash, 0));
              all.processElement2(new StreamRecord<>(hash, 0));
            } else if (isSeason) {
              ContactUse use = use("picture:" + address, "a-" + adverts++, at(day), null);
              pictures.processElement1(new StreamRecord<>(use, 0));
              all.processElement1(new StreamRecord<>(use, 0));
            }
          }
          pictures.processBothWatermarks(day(day));
          all.processBothWatermarks(day(day));
        }
        assertThat(pictures.extractOutputValues())
            .as("seed %d, day %d", seed, day)
            .isEqualTo(all.extractOutputValues());
        saved = pictures.snapshot(run, run);
        savedOfAll = all.snapshot(run, run);
        assertThat(pictures.numKeyedStateEntries())
            .as("seed %d, day %d", seed, day)
            .isLessThanOrEqualTo(all.numKeyedStateEntries());
      }
    }
    try (var pictures = harness()) {
      pictures.initializeState(saved);
      pictures.open();
      pictures.processBothWatermarks(day(400));
      assertThat(pictures.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void goesOnFromWhatWasSavedBeforeEndsWereKeptAndEndsIt() throws Exception {
    String other = "sha256:" + "b".repeat(64);
    OperatorSubtaskState saved;
    try (var earlier =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(new EarlierResolvePictures()),
            ResolvePictures::address,
            PictureHash::address,
            Types.STRING)) {
      earlier.open();
      earlier.processElement2(new StreamRecord<>(new PictureHash(ADDRESS, DIGEST, MONDAY), 0));
      earlier.processElement1(new StreamRecord<>(use("picture:" + other, "a-1", MONDAY, null), 0));
      saved = earlier.snapshot(1, 1);
    }
    for (boolean isRestoredTwice : List.of(false, true)) {
      OperatorSubtaskState state = saved;
      if (isRestoredTwice) {
        try (var between = harness()) {
          between.initializeState(saved);
          between.open();
          state = between.snapshot(2, 2);
        }
      }
      try (var pictures = harness()) {
        pictures.initializeState(state);
        pictures.open();
        use(pictures, "a-2", MONDAY, null);
        pictures.processBothWatermarks(day(1));
        use(pictures, "a-3", MONDAY, null);
        pictures.processElement2(new StreamRecord<>(new PictureHash(other, DIGEST, MONDAY), 0));
        assertThat(pictures.extractOutputValues())
            .extracting(ContactUse::advertId)
            .containsExactly("a-2", "a-3", "a-1");

        pictures.processBothWatermarks(day(1 + 13));
        assertThat(pictures.numKeyedStateEntries()).isZero();
      }
    }
  }

  private static Instant at(int day) {
    return MONDAY.plus(Duration.ofDays(day));
  }

  private static Watermark day(int day) {
    return new Watermark(Duration.ofDays(Days.of(MONDAY) + day).toMillis());
  }

  private static void use(
      KeyedTwoInputStreamOperatorTestHarness<String, ContactUse, PictureHash, ContactUse> pictures,
      String advert,
      Instant time,
      @Nullable Instant replaced)
      throws Exception {
    pictures.processElement1(
        new StreamRecord<>(use("picture:" + ADDRESS, advert, time, replaced), 0));
  }

  private static void hash(
      KeyedTwoInputStreamOperatorTestHarness<String, ContactUse, PictureHash, ContactUse> pictures,
      String digest)
      throws Exception {
    pictures.processElement2(new StreamRecord<>(new PictureHash(ADDRESS, digest, MONDAY), 0));
  }

  private static ContactUse use(
      String contact, String advert, Instant time, @Nullable Instant replaced) {
    return new ContactUse(
        contact,
        ContactType.PICTURE,
        "",
        false,
        advert,
        time,
        replaced,
        List.of(),
        List.of(),
        List.of(),
        "",
        null,
        "",
        "en",
        "classifieds",
        "example.org",
        "",
        List.of("phone:+33639980001"),
        List.of(),
        "model-1",
        time);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, ContactUse, PictureHash, ContactUse>
      harness() throws Exception {
    return harness(HORIZON);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, ContactUse, PictureHash, ContactUse>
      harness(Horizon horizon) throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new ResolvePictures(horizon), ResolvePictures::address, PictureHash::address, Types.STRING);
  }
}
