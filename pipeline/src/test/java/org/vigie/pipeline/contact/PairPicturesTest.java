package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.capture.picture.PdqHash;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;

class PairPicturesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Horizon HORIZON = new Horizon(8);
  private static final PdqHash FIRST = random(new Random(1));

  @Test
  void tellsOfAPictureThatLooksTheSameUnderTheEarlierOneOnce() throws Exception {
    try (var pictures = harness()) {
      PdqHash reencoded = flipped(FIRST, 12);

      tell(pictures, FIRST, "one");
      tell(pictures, reencoded, "two");

      assertThat(told(pictures))
          .containsExactlyInAnyOrder(
              key(FIRST) + " one", key(reencoded) + " two", key(FIRST) + " two");
    }
  }

  @Test
  void keepsPicturesApartThatLookDifferent() throws Exception {
    try (var pictures = harness()) {
      Random random = new Random(2);
      List<String> own = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        PdqHash hash = random(random);
        tell(pictures, hash, "a" + i);
        own.add(key(hash) + " a" + i);
      }

      assertThat(told(pictures)).containsExactlyInAnyOrderElementsOf(own);
    }
  }

  @Test
  void joinsMostOfThosePicturesThatDifferAsFarAsTheyMay() throws Exception {
    try (var pictures = harness()) {
      Random random = new Random(3);
      int joined = 0;
      for (int i = 0; i < 200; i++) {
        PdqHash one = random(random);
        tell(pictures, one, "one" + i);
        tell(pictures, flippedAnywhere(one, PdqHash.NEAR, random), "two" + i);
        joined += told(pictures).contains(key(one) + " two" + i) ? 1 : 0;
      }

      assertThat(joined).isGreaterThan(170);
    }
  }

  @Test
  void forgetsAPictureOnceTheHorizonAndAQuarterHavePassedIt() throws Exception {
    try (var pictures = harness()) {
      tell(pictures, FIRST, "one");
      pictures.processWatermark(new Watermark(Duration.ofDays(Days.of(MONDAY) + 12).toMillis()));
      tell(pictures, flipped(FIRST, 5), "two");

      assertThat(told(pictures)).doesNotContain(key(FIRST) + " two");
      assertThat(pictures.numKeyedStateEntries()).isEqualTo(PictureLook.BANDS);
    }
  }

  @Test
  void knowsAPictureAcrossARestart() throws Exception {
    try (var before = harness()) {
      tell(before, FIRST, "one");
      var saved = before.snapshot(1, 1);
      try (var restored = unopened()) {
        restored.initializeState(saved);
        restored.open();

        tell(restored, flipped(FIRST, 5), "two");

        assertThat(told(restored)).contains(key(FIRST) + " two");
      }
    }
  }

  @Test
  void takesNoHashFromAFieldThatHoldsNone() {
    assertThat(PictureLook.isHash("zz")).isFalse();
    assertThat(PictureLook.isHash(FIRST.hex())).isTrue();
  }

  @Test
  void takesNoAddressOfAnAdvertsForAHash() {
    String hash = FIRST.hex();
    Advert advert =
        Advert.builder(Channel.FORUM, "example.org", MONDAY)
            .body("Waiter wanted")
            .field("context.images", "pdq:1 PDQ:2 pdq:%s sha256:ab".formatted(hash))
            .build();
    AssessedAdvert assessed =
        new AssessedAdvert(
            advert,
            "en",
            List.of(Contact.declared(ContactType.PHONE, "+33639980001")),
            new Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(),
            new Assessment(
                "recruitment",
                Outcome.RISK,
                0.9,
                Map.of(),
                2.2,
                List.of(),
                "risk-1",
                "taxonomy-2"));

    assertThat(ContactUse.of(assessed, null))
        .extracting(ContactUse::contact)
        .containsExactly("phone:+33639980001", "picture:sha256:ab");
    assertThat(PairPictures.isOfLook(use("picture:pdq:1", "one"))).isFalse();
    assertThat(PairPictures.isOfLook(use(key(FIRST), "one"))).isTrue();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, BandedUse, ContactUse> unopened()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new PairPictures(HORIZON)), BandedUse::band, Types.STRING);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, BandedUse, ContactUse> harness()
      throws Exception {
    var harness = unopened();
    harness.open();
    return harness;
  }

  private static void tell(
      KeyedOneInputStreamOperatorTestHarness<String, BandedUse, ContactUse> pictures,
      PdqHash hash,
      String advert)
      throws Exception {
    List<BandedUse> banded = new ArrayList<>();
    BandedUse.toEach(
        use(key(hash), advert),
        new Collector<>() {
          @Override
          public void collect(BandedUse use) {
            banded.add(use);
          }

          @Override
          public void close() {}
        });
    for (BandedUse use : banded) {
      pictures.processElement(new StreamRecord<>(use, 0));
    }
  }

  private static List<String> told(
      KeyedOneInputStreamOperatorTestHarness<String, BandedUse, ContactUse> pictures) {
    return pictures.extractOutputValues().stream()
        .map(use -> use.contact() + " " + use.advertId())
        .toList();
  }

  private static String key(PdqHash hash) {
    return PictureLook.key(hash.hex());
  }

  private static PdqHash random(Random random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** The lowest bits. */
  private static PdqHash flipped(PdqHash hash, int bits) {
    return new PdqHash(hash.first(), hash.second(), hash.third(), hash.last() ^ ((1L << bits) - 1));
  }

  private static PdqHash flippedAnywhere(PdqHash hash, int bits, Random random) {
    long[] parts = {hash.first(), hash.second(), hash.third(), hash.last()};
    random
        .ints(0, PdqHash.BITS)
        .distinct()
        .limit(bits)
        .forEach(bit -> parts[bit / 64] ^= 1L << (bit % 64));
    return new PdqHash(parts[0], parts[1], parts[2], parts[3]);
  }

  private static ContactUse use(String contact, String advert) {
    return new ContactUse(
        contact,
        ContactType.PICTURE,
        "",
        false,
        advert,
        MONDAY,
        null,
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
        MONDAY);
  }
}
