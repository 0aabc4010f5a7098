package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.RememberedContact;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Horizon;

/** Contacts that are remembered for twenty days and a quarter. */
class ForgottenContactsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Horizon HORIZON = new Horizon(20);
  private static final int REMEMBERED = 25;
  private static final int KEY_GROUPS = 4;

  /** What is told of a contact: number of its memory → the profile told last. */
  private final Map<String, TreeMap<Long, ContactProfile>> told = new HashMap<>();

  @Test
  void addsUpAnewWhatComesBackAfterItWasForgotten() throws Exception {
    try (var operator = harness(HORIZON)) {
      operator.open();
      operator.processElement(use("phone:1", "a-1", 0, null), 0);
      operator.processElement(use("phone:1", "a-2", 1, null), 0);
      operator.processWatermark(day(1 + REMEMBERED));
      assertThat(told(operator, "phone:1")).as("remembered to the last day").isEmpty();
      operator.processWatermark(day(2 + REMEMBERED));
      assertThat(told(operator, "phone:1")).as("told before it is dropped").containsExactly(2L);
      operator.processElement(use("phone:1", "a-3", 40, null), 0);
      operator.prepareSnapshotPreBarrier(1);

      assertThat(told(operator, "phone:1")).containsExactly(2L, 1L);
    }
  }

  @Test
  void remembersAContactAsLongAsAnAdvertWithItIsSeen() throws Exception {
    try (var operator = harness(HORIZON)) {
      operator.open();
      operator.processElement(use("phone:1", "a-1", 0, null), 0);
      for (int day = 20; day <= 100; day += 20) {
        operator.processWatermark(day(day));
        operator.processElement(use("phone:1", "a-1", day, 0), 0);
      }
      operator.processWatermark(day(100 + REMEMBERED));
      operator.processElement(use("phone:1", "a-2", 101, null), 0);
      operator.prepareSnapshotPreBarrier(1);

      assertThat(told(operator, "phone:1"))
          .as("one advert, seen still, and another")
          .containsExactly(2L);
    }
  }

  @Test
  void countsAnAdvertThatIsSeenStillAsNewOnceItsContactIsForgotten() throws Exception {
    try (var operator = harness(HORIZON)) {
      operator.open();
      operator.processElement(use("phone:1", "a-1", 0, null), 0);
      operator.processWatermark(day(60));
      operator.processElement(use("phone:1", "a-1", 60, 0), 0);
      operator.prepareSnapshotPreBarrier(1);

      assertThat(told(operator, "phone:1")).containsExactly(1L, 1L);
      assertThat(told.get("phone:1").lastEntry().getValue().firstSeen())
          .isEqualTo(MONDAY.plus(Duration.ofDays(60)).minus(Duration.ofHours(8)));
    }
  }

  /** Beside a plain sum that keeps every use and parts a contact's uses where it was forgotten. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tellsWhatAPlainSumTellsThatKeepsAllAndPartsItWhereItWasForgotten(long seed)
      throws Exception {
    Random random = new Random(seed);
    Map<String, List<List<ContactUse>>> plain = new HashMap<>();
    Map<String, Long> lastDays = new HashMap<>();
    OperatorSubtaskState saved = null;
    int day = 0;
    for (int run = 1; day < 240; run++) {
      try (var operator = harness(HORIZON)) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        for (int end = day + 1 + random.nextInt(60); day < end; day++) {
          operator.processWatermark(day(day));
          long last = HORIZON.untilRefreshed().lastPast(day(day).getTimestamp());
          lastDays.values().removeIf(seen -> seen <= last);
          for (ContactUse use : usesOf(day, random)) {
            List<List<ContactUse>> lives =
                plain.computeIfAbsent(use.contact(), unused -> new ArrayList<>());
            if (!lastDays.containsKey(use.contact())) {
              lives.add(new ArrayList<>());
            }
            lives.getLast().add(use);
            lastDays.merge(use.contact(), use.seen().getEpochSecond() / 86_400, Math::max);
            operator.processElement(use, 0);
          }
          if (random.nextInt(9) == 0) {
            operator.prepareSnapshotPreBarrier(run);
          }
        }
        operator.prepareSnapshotPreBarrier(run);
        saved = operator.snapshot(run, run);
        keep(operator);
      }
    }

    assertThat(plain.values())
        .as("lives")
        .anySatisfy(lives -> assertThat(lives).hasSizeGreaterThan(1));
    assertThat(plain.keySet()).isEqualTo(told.keySet());
    for (Map.Entry<String, List<List<ContactUse>>> contact : plain.entrySet()) {
      List<ContactProfile> expected = new ArrayList<>();
      for (List<ContactUse> life : contact.getValue()) {
        expected.add(alone(life));
      }
      assertThat(List.copyOf(told.get(contact.getKey()).values()))
          .as("seed %d, %s", seed, contact.getKey())
          .isEqualTo(expected);
    }
  }

  @Test
  void leavesNothingInStateOfWhatItForgot() throws Exception {
    try (var operator = harness(HORIZON)) {
      operator.open();
      for (int number = 0; number < 500; number++) {
        operator.processElement(use("phone:" + number, "a-1", number % 9, null), 0);
      }
      assertThat(operator.numKeyedStateEntries()).isGreaterThan(500);
      operator.processWatermark(day(100));

      assertThat(operator.numKeyedStateEntries())
          .as("a number for each group of keys")
          .isEqualTo(KEY_GROUPS);
    }
  }

  /** Each of ten contacts is used for a month and rests for two, with adverts seen still. */
  private static List<ContactUse> usesOf(int day, Random random) {
    List<ContactUse> uses = new ArrayList<>();
    for (int contact = 0; contact < 10; contact++) {
      if ((day / 30 + contact) % 3 == 0 && random.nextInt(3) == 0) {
        String advert = "a-%020x".formatted(random.nextInt(1_000_000));
        uses.add(use("phone:" + contact, advert, day - random.nextInt(3), null));
        if (random.nextInt(3) == 0) {
          uses.add(use("phone:" + contact, advert, day, day - 3));
        }
      }
    }
    return uses;
  }

  /** Returns what is told of one contact by an operator that forgets nothing. */
  private static ContactProfile alone(List<ContactUse> uses) throws Exception {
    try (var operator = harness(new Horizon(Horizon.MAX_DAYS))) {
      operator.open();
      for (ContactUse use : uses) {
        operator.processElement(use, 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      var told = (IndexChange.PutContact) operator.extractOutputValues().getLast();
      return told.value().profile();
    }
  }

  /** Returns how many adverts are told of a contact in each of its memories. */
  private List<Long> told(
      IndexHarness<String, ContactUse> operator,
      String contact) {
    keep(operator);
    return told.getOrDefault(contact, new TreeMap<>()).values().stream()
        .map(ContactProfile::adverts)
        .toList();
  }

  private void keep(
      IndexHarness<String, ContactUse> operator) {
    for (IndexChange change : operator.extractOutputValues()) {
      if (change instanceof IndexChange.PutContact(RememberedContact contact)) {
        told.computeIfAbsent(change.key(), unused -> new TreeMap<>())
            .put(contact.memory(), contact.profile());
      }
    }
  }

  /**
   * @param replaced the day on which the advert came before, or null
   */
  private static ContactUse use(
      String contact, String advert, int day, @Nullable Integer replaced) {
    Instant time = MONDAY.plus(Duration.ofDays(day));
    return new ContactUse(
        contact,
        ContactType.PHONE,
        "FR",
        false,
        advert,
        time,
        replaced == null ? null : MONDAY.plus(Duration.ofDays(replaced)),
        List.of("Person " + advert),
        List.of(),
        List.of(),
        "town" + day % 4,
        null,
        "FR",
        "en",
        "classifieds",
        "example.org",
        "",
        List.of(),
        List.of(),
        "model-1",
        time);
  }

  /** Returns when a day begins. */
  private static Watermark day(int day) {
    return new Watermark((MONDAY.getEpochSecond() / 86_400 + day) * Duration.ofDays(1).toMillis());
  }

  private static IndexHarness<String, ContactUse> harness(
      Horizon horizon) throws Exception {
    Path models = Path.of(System.getProperty("vigie.root"), "models");
    return new IndexHarness<>(
        new ProfileContacts(
            models,
            AlertRuleConfig.defaults(),
            NetworkConfig.defaults(),
            Watchlist.empty(),
            PromptFlush.atCheckpoints(),
            horizon),
        ContactUse::contact,
        Types.STRING,
        KEY_GROUPS);
  }
}
