package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Age;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.Indicator;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.LateSnapshot;

class ProfileContactsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PHONE = "phone:+33639980001";
  private static final String WALLET = "wallet:bitcoin:example";

  /** More adverts than are kept one by one, days and names than are counted. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void saysTheSameInAnyOrderAndAcrossRestarts(long seed) throws Exception {
    List<ContactUse> uses = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 600; i++) {
      uses.add(use(i, random.nextInt(500), null, random));
    }
    Map<String, ContactProfile> expected = profiles(uses, new Random(0));

    Collections.shuffle(uses, new Random(seed));

    assertThat(profiles(uses, new Random(seed))).as("seed %d", seed).isEqualTo(expected);
    assertThat(expected.get(PHONE).adverts()).isGreaterThan(ContactState.MAX_STANDS);
    assertThat(expected.get(PHONE).names()).hasSize(ContactState.MAX_VALUES);
  }

  @Test
  void movesAnAdvertThatWasSeenEarlierTooAndCountsItOnce() throws Exception {
    Random random = new Random(1);
    ContactUse later = use(4, 9, null, random);
    Instant before = later.time();
    ContactUse earlier = ChangedUse.at(later, MONDAY.plus(Duration.ofDays(2)), before);

    Map<String, ContactProfile> both = profiles(List.of(later, earlier), random);
    Map<String, ContactProfile> alone =
        profiles(List.of(ChangedUse.at(later, earlier.time(), null)), random);

    assertThat(both).isEqualTo(alone);
    assertThat(both.get(later.contact()).lastSeen())
        .isEqualTo(Instant.parse("2026-01-07T00:00:00Z"));
  }

  @Test
  void showsWhatOnlyAllAdvertsOfAContactShow() throws Exception {
    List<ContactUse> uses = new ArrayList<>();
    Random random = new Random(2);
    for (int round = 0; round < 2; round++) {
      for (int town = 0; town < 3; town++) {
        int number = 2 * (3 * round + town) + 1;
        uses.add(use(number, 12 * round + 4 * town, place(town), random));
      }
    }

    ContactProfile phone = profiles(uses, random).get(PHONE);

    assertThat(phone.indicators())
        .extracting(Indicator::id)
        .containsExactly("MV-01", "MV-03", "OA-01", "OA-11");
    assertThat(phone.circuit()).containsExactly("town0", "town1", "town2");
    assertThat(phone.clashes()).containsExactly("ages of 21 and 25", "6 names");
  }

  @Test
  void takesNamesOfOneAdvertAndPartsOfANameForNoFurtherPersons() throws Exception {
    Random random = new Random(4);
    List<ContactUse> together = new ArrayList<>();
    List<ContactUse> inParts = new ArrayList<>();
    for (int number : List.of(1, 5, 7)) {
      ContactUse use = use(number, number, null, random);
      together.add(ChangedUse.named(use, List.of("Ada", "Berta", "Clara")));
      inParts.add(
          ChangedUse.named(use, List.of(List.of("Ada", "Ada Example", "Berta").get(number / 3))));
    }

    assertThat(profiles(together, random).get(PHONE).indicators())
        .extracting(Indicator::id)
        .doesNotContain("OA-01");
    assertThat(profiles(inParts, random).get(PHONE).indicators())
        .extracting(Indicator::id)
        .doesNotContain("OA-01");
  }

  @Test
  void showsAContactThatIsPostedRoundTheClock() throws Exception {
    Random random = new Random(5);
    List<ContactUse> always = new ArrayList<>();
    List<ContactUse> byDay = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ContactUse use = ChangedUse.named(use(2 * i + 1, i, null, random), List.of());
      always.add(ChangedUse.at(use, use.time().plus(Duration.ofHours(i % 20)), null));
      byDay.add(ChangedUse.at(use, use.time().plus(Duration.ofHours(i % 19)), null));
    }

    assertThat(profiles(always, random).get(PHONE).indicators())
        .extracting(Indicator::id)
        .contains("SX-11");
    assertThat(profiles(byDay, random).get(PHONE).indicators())
        .extracting(Indicator::id)
        .doesNotContain("SX-11");
  }

  @Test
  void showsAWalletThatServesSeveralAdverts() throws Exception {
    Random random = new Random(3);
    List<ContactUse> uses = List.of(use(0, 1, null, random), use(6, 2, null, random));

    ContactProfile wallet = profiles(uses, random).get(WALLET);

    assertThat(wallet.indicators()).extracting(Indicator::id).contains("FI-02");
    assertThat(wallet.beside()).containsOnlyKeys(PHONE);
  }

  @Test
  void showsAPayHandleThatServesSeveralAdvertsButNoHandleOfAMessenger() throws Exception {
    Random random = new Random(3);
    String pay = "handle:paypal:example_1";
    String messenger = "handle:telegram:example_1";
    List<ContactUse> uses =
        List.of(
            ChangedUse.of(pay, use(0, 1, null, random)),
            ChangedUse.of(pay, use(6, 2, null, random)),
            ChangedUse.of(messenger, use(12, 1, null, random)),
            ChangedUse.of(messenger, use(18, 2, null, random)));

    Map<String, ContactProfile> profiles = profiles(uses, random);

    assertThat(profiles.get(pay).indicators()).extracting(Indicator::id).contains("FI-02");
    assertThat(profiles.get(messenger).indicators())
        .extracting(Indicator::id)
        .doesNotContain("FI-02");
  }

  @Test
  void showsAnAccountThatPostsDifferentContacts() throws Exception {
    Random random = new Random(6);
    String account = "account:example.org kim";
    List<ContactUse> uses = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      uses.add(sign(account, i, "phone:+3363998000" + i, random));
    }

    assertThat(profiles(uses.subList(0, 2), random)).as("a phone and a messenger").isEmpty();
    ContactProfile profile = profiles(uses, random).get(account);
    assertThat(profile.indicators())
        .extracting(Indicator::id, Indicator::detail)
        .containsExactly(tuple("OA-06", "one account with 3 contacts"));
    assertThat(profile.clashes()).as("an account may be an office's").isEmpty();
    assertThat(profile.beside()).hasSize(3);
  }

  @Test
  void showsAPictureInAdvertsOfDifferentContacts() throws Exception {
    Random random = new Random(7);
    String picture = "picture:sha256:1";
    List<ContactUse> strangers = new ArrayList<>();
    List<ContactUse> everybody = new ArrayList<>();
    List<ContactUse> onePerson = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String contact = "email:someone" + i + "@example.org";
      ContactUse use = sign(picture, i, contact, random);
      everybody.add(use);
      if (i < 4) {
        strangers.add(use);
        onePerson.add(ChangedUse.beside(use, List.of(PHONE, contact)));
      }
    }

    assertThat(profiles(strangers, random).get(picture).indicators())
        .extracting(Indicator::id, Indicator::detail)
        .containsExactly(tuple("OA-09", "one picture in 4 adverts of 4 contacts"));
    assertThat(profiles(onePerson, random).get(picture).indicators())
        .as("one phone in all of them")
        .isEmpty();
    assertThat(profiles(everybody, random).get(picture).indicators()).as("a site's logo").isEmpty();
  }

  @Test
  void tellsClustersOfSignsOnlyAsLongAsOneOrFewPartiesNameTheContact() throws Exception {
    Random random = new Random(12);
    try (var operator = harness()) {
      operator.open();
      ContactUse one = use(6, 0, null, random);
      ContactUse other = use(12, 1, null, random);
      operator.processElement(one, 0);
      operator.prepareSnapshotPreBarrier(1);
      assertThat(operator.getSideOutput(ProfileContacts.SIGNS)).as("one advert").isNull();

      operator.processElement(other, 0);
      operator.prepareSnapshotPreBarrier(2);
      List<String> adverts = Stream.of(one, other).map(ContactUse::advertId).sorted().toList();
      assertThat(lastSigns(operator))
          .isEqualTo(new ContactSigns(WALLET, List.of("FI-02"), adverts, false));

      for (int i = 0; i <= NetworkConfig.defaults().maxEmployers(); i++) {
        operator.processElement(ChangedUse.by(use(18 + 6 * i, 2, null, random), "Firm " + i), 0);
      }
      operator.prepareSnapshotPreBarrier(3);
      assertThat(lastSigns(operator))
          .as("many employers name it")
          .isEqualTo(new ContactSigns(WALLET, List.of(), List.of(), false));
    }
  }

  /** Also where both fall between two checkpoints. */
  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void tellsClustersThatAContactIsForgottenOfWhichTheyWereTold(boolean onDisk, boolean barrier)
      throws Exception {
    Random random = new Random(13);
    try (var operator = harness()) {
      if (onDisk) {
        operator.setStateBackend(new EmbeddedRocksDBStateBackend());
      }
      operator.open();
      operator.processElement(use(1, 0, null, random), 0);
      operator.processElement(use(6, 0, null, random), 0);
      operator.processElement(use(12, 0, null, random), 0);
      if (barrier) {
        operator.prepareSnapshotPreBarrier(1);
      }

      operator.processWatermark(MONDAY.plus(Duration.ofDays(10_000)).toEpochMilli());

      assertThat(lastSigns(operator)).isEqualTo(ContactSigns.forgotten(WALLET));
      assertThat(operator.getSideOutput(ProfileContacts.SIGNS)).hasSize(2);
    }
  }

  private static ContactSigns lastSigns(
      IndexHarness<String, ContactUse> operator) {
    return List.copyOf(operator.getSideOutput(ProfileContacts.SIGNS)).getLast().getValue();
  }

  /** What an advert tells of what isn't a contact itself. */
  private static ContactUse sign(String key, int number, String beside, Random random) {
    ContactUse use = ChangedUse.beside(use(number, number, null, random), List.of(beside));
    return ChangedUse.of(key, use);
  }

  /** Every third advert names a wallet and a phone beside it, the others a phone. */
  private static ContactUse use(int number, int day, @Nullable Place town, Random random) {
    boolean wallet = number % 3 == 0 && number % 2 == 0;
    return new ContactUse(
        wallet ? WALLET : PHONE,
        wallet ? ContactType.WALLET : ContactType.PHONE,
        wallet ? "" : "FR",
        number % 5 == 0,
        String.format("a-%020x", number * 7919L % 1009),
        MONDAY.plus(Duration.ofDays(day)),
        null,
        List.of(String.format("Person %04d", number)),
        List.of(age(20 + number % 6)),
        List.of(10 * (number % 4) + " EUR hour"),
        "town" + number % 40,
        town == null ? place(random.nextInt(2)) : town,
        number % 2 == 0 ? "FR" : "IE",
        "en",
        "classifieds",
        "example.org",
        "",
        List.of(wallet ? PHONE : "email:someone@example.org"),
        List.of(),
        "model-1",
        MONDAY.plus(Duration.ofDays(day)));
  }

  private static Age age(int years) {
    return new Age(years, years, new Span(0, 2));
  }

  /** Towns two degrees of latitude apart. */
  private static Place place(int number) {
    return new Place(number + 1, "town" + number, "FR", 40 + 2 * number, 2, new Span(0, 0));
  }

  private static Map<String, ContactProfile> profiles(List<ContactUse> uses, Random random)
      throws Exception {
    Map<String, ContactProfile> profiles = new HashMap<>();
    OperatorSubtaskState saved = null;
    int at = 0;
    while (at < uses.size()) {
      long checkpoint = at + 1;
      try (var operator = harness()) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        int until = Math.min(uses.size(), at + 1 + random.nextInt(200));
        for (; at < until; at++) {
          operator.processElement(uses.get(at), 0);
        }
        operator.prepareSnapshotPreBarrier(checkpoint);
        for (IndexChange change : operator.extractOutputValues()) {
          profiles.put(change.key(), ((IndexChange.PutContact) change).value().profile());
        }
        List<ContactUse> lost = uses.subList(at, Math.min(uses.size(), at + 200));
        saved = LateSnapshot.of(operator, checkpoint, lost);
      }
    }
    return profiles;
  }

  private static IndexHarness<String, ContactUse> harness()
      throws Exception {
    Path models = Path.of(System.getProperty("vigie.root"), "models");
    return new IndexHarness<>(
        new ProfileContacts(
            models,
            AlertRuleConfig.defaults(),
            NetworkConfig.defaults(),
            Watchlist.empty(),
            PromptFlush.atCheckpoints(),
            Horizon.defaults()),
        ContactUse::contact,
        Types.STRING);
  }
}
