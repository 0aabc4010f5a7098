package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.advert.ContactType;
import org.vigie.advert.PictureHash;

class ResolvePicturesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
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
    pictures.processElement2(new StreamRecord<>(new PictureHash(ADDRESS, digest), 0));
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
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new ResolvePictures()),
        ResolvePictures::address,
        PictureHash::address,
        Types.STRING);
  }
}
