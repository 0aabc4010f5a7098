package org.vigie.pipeline.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Alert;
import org.vigie.advert.ContactType;
import org.vigie.advert.Evidence;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Horizon;

class ContactAlertsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final String PHONE = "phone:+33639980001";
  private static final List<String> TWO_CATEGORIES = List.of("LX-07", "RC-04");

  @Test
  void raisesOneAlertWhereAKnownContactTurnsUpInANewCountryWhateverTheOrder() throws Exception {
    List<ContactUse> uses = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      uses.add(use(day, day < 12 ? "FR" : day % 2 == 0 ? "FR" : "DE", "e", TWO_CATEGORIES));
    }
    SortedMap<String, Alert> inOrder = alerts(uses, Watchlist.empty());
    Collections.shuffle(uses, new Random(1));

    assertThat(inOrder).hasSize(1).isEqualTo(alerts(uses, Watchlist.empty()));
    Alert alert = inOrder.get(inOrder.firstKey());
    assertThat(alert.rule()).isEqualTo("new-country");
    assertThat(alert.subject()).isEqualTo(PHONE);
    assertThat(alert.headline())
        .isEqualTo(
            "20 adverts with a contact known for long; in a new country: DE since 2026-01-18");
    assertThat(alert.evidence()).hasSize(2).contains(new Evidence("LX-07", "a-00", SPAN));
  }

  @Test
  void takesACountryForNoNewOneThatCameWithTheOthers() throws Exception {
    List<ContactUse> uses = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      uses.add(use(day, day % 7 == 6 ? "DE" : "FR", "e", TWO_CATEGORIES));
    }

    assertThat(alerts(uses, Watchlist.empty())).isEmpty();
  }

  @Test
  void raisesNoneForAContactThatStrangersShareNorForOneCategoryAlone() throws Exception {
    List<ContactUse> hotline = new ArrayList<>();
    List<ContactUse> ordinary = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      String country = day < 15 ? "FR" : "DE";
      hotline.add(use(day, country, "employer " + day, TWO_CATEGORIES));
      ordinary.add(use(day, country, "e", List.of("RC-02", "RC-03", "RC-04")));
    }

    assertThat(alerts(hotline, Watchlist.empty())).isEmpty();
    assertThat(alerts(ordinary, Watchlist.empty())).isEmpty();
  }

  @Test
  void withdrawsAnAlertWhenALateAdvertShowsThatTheCountryWasNotNew() throws Exception {
    List<ContactUse> uses = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      uses.add(use(day, day < 12 ? "FR" : "DE", "e", TWO_CATEGORIES));
    }
    ContactUse late = use(20, "DE", "e", TWO_CATEGORIES);
    uses.add(ChangedUse.at(late, MONDAY.plus(Duration.ofDays(1)), null));

    assertThat(alerts(uses, Watchlist.empty())).isEmpty();
  }

  @Test
  void raisesAnAlertForAnyAdvertOfAWatchedContact() throws Exception {
    Watchlist watched =
        new Watchlist(List.of(new WatchedContact(PHONE, "case 118", Severity.URGENT)), List.of());

    SortedMap<String, Alert> alerts = alerts(List.of(use(0, "FR", "e", List.of())), watched);

    Alert alert = alerts.get(alerts.firstKey());
    assertThat(alert.headline()).isEqualTo("1 advert with a watched contact");
    assertThat(alert.severity()).isEqualTo(Severity.URGENT);
    assertThat(alert.reasons()).containsExactly("case 118");
  }

  @Test
  void countsAdvertsUpToTheLastDayOnWhichAContactIsWatchedAndSaysForWhom() throws Exception {
    LocalDate day = LocalDate.ofInstant(MONDAY, ZoneOffset.UTC);

    SortedMap<String, Alert> lastDay =
        alerts(List.of(use(0, "FR", "e", List.of())), watchedUntil(day));

    assertThat(lastDay.get(lastDay.firstKey()).reasons())
        .containsExactly("watched for Agency, TLP:AMBER, until " + day);
    assertThat(alerts(List.of(use(0, "FR", "e", List.of())), watchedUntil(day.minusDays(1))))
        .isEmpty();
  }

  /** Or whoever writes a date on a page could end the watch. */
  @Test
  void watchesAContactThatSaysItWasPostedLongAfterItWasSeen() throws Exception {
    LocalDate day = LocalDate.ofInstant(MONDAY, ZoneOffset.UTC);
    List<ContactUse> uses =
        List.of(use(0, "FR", "e", List.of()), use(0, 20_000, "FR", "e", List.of()));

    assertThat(alerts(uses, watchedUntil(day))).hasSize(1);
  }

  private static Watchlist watchedUntil(LocalDate day) {
    return new Watchlist(
        List.of(new WatchedContact(PHONE, "", Severity.URGENT, "Agency", "amber", day)), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void judgesAllContactsAnewWhenTheWatchlistIsAnother(String backend) throws Exception {
    Watchlist watched =
        new Watchlist(List.of(new WatchedContact(PHONE, "case 118", Severity.URGENT)), List.of());
    OperatorSubtaskState before;
    try (var operator = operator(Watchlist.empty(), backend)) {
      operator.open();
      operator.processElement(use(0, "FR", "e", List.of()), 0);
      before = saved(operator, 1);
      assertThat(changesOfAlerts(operator)).isEmpty();
    }
    OperatorSubtaskState raised;
    try (var operator = operator(watched, backend)) {
      operator.initializeState(before);
      operator.open();
      raised = saved(operator, 2);
      assertThat(changesOfAlerts(operator)).hasOnlyElementsOfType(IndexChange.PutAlert.class);
      assertThat(changesOfAlerts(operator)).hasSize(1);
    }
    try (var operator = operator(watched, backend)) {
      operator.initializeState(raised);
      operator.open();
      saved(operator, 3);
      assertThat(operator.extractOutputValues()).as("nothing is other than before").isEmpty();
    }
    try (var operator = operator(Watchlist.empty(), backend)) {
      operator.initializeState(raised);
      operator.open();
      saved(operator, 4);
      assertThat(changesOfAlerts(operator))
          .singleElement()
          .matches(change -> change.deletes(IndexChange.Deletion.ALERT));
    }
  }

  private static OperatorSubtaskState saved(
      IndexHarness<String, ContactUse> operator, long checkpoint) throws Exception {
    operator.prepareSnapshotPreBarrier(checkpoint);
    return operator.snapshot(checkpoint, checkpoint);
  }

  private static List<IndexChange> changesOfAlerts(IndexHarness<String, ContactUse> operator) {
    return operator.extractOutputValues().stream().filter(IndexChange::isOfAlert).toList();
  }

  /**
   * @param backend where state is kept, as Flink's setting names it
   */
  private static IndexHarness<String, ContactUse> operator(Watchlist watchlist, String backend)
      throws Exception {
    Configuration config = new Configuration();
    config.set(StateBackendOptions.STATE_BACKEND, backend);
    var operator = operator(watchlist);
    operator.setStateBackend(
        StateBackendLoader.loadStateBackendFromConfig(
            config, ContactAlertsTest.class.getClassLoader(), null));
    return operator;
  }

  private static IndexHarness<String, ContactUse> operator(Watchlist watchlist) throws Exception {
    return new IndexHarness<>(
        new ProfileContacts(
            Path.of(System.getProperty("vigie.root"), "models"),
            AlertRuleConfig.defaults(),
            NetworkConfig.defaults(),
            watchlist,
            PromptFlush.atCheckpoints(),
            Horizon.defaults()),
        ContactUse::contact,
        Types.STRING);
  }

  private static final List<Span> SPAN = List.of(new Span(1, 4));

  private static ContactUse use(int day, String country, String employer, List<String> found) {
    return use(day, day, country, employer, found);
  }

  private static ContactUse use(
      int seen, int day, String country, String employer, List<String> found) {
    String id = String.format("a-%02d", day);
    return new ContactUse(
        PHONE,
        ContactType.PHONE,
        "FR",
        false,
        id,
        MONDAY.plus(Duration.ofDays(day)),
        null,
        List.of(),
        List.of(),
        List.of(),
        "",
        null,
        country,
        "en",
        "forum",
        "example.org",
        employer,
        List.of(),
        found.stream().map(row -> new Evidence(row, id, SPAN)).toList(),
        "model-1",
        MONDAY.plus(Duration.ofDays(seen)));
  }

  /** Returns what the index holds after barriers at every fifth advert. */
  private static SortedMap<String, Alert> alerts(List<ContactUse> uses, Watchlist watchlist)
      throws Exception {
    SortedMap<String, Alert> alerts = new TreeMap<>();
    try (var operator = operator(watchlist)) {
      operator.open();
      for (int at = 0; at < uses.size(); at++) {
        operator.processElement(uses.get(at), 0);
        if (at % 5 == 4 || at == uses.size() - 1) {
          operator.prepareSnapshotPreBarrier(at);
        }
      }
      for (IndexChange change : operator.extractOutputValues()) {
        if (change instanceof IndexChange.PutAlert(Alert alert)) {
          alerts.put(change.key(), alert);
        } else if (change.deletes(IndexChange.Deletion.ALERT)) {
          alerts.remove(change.key());
        }
      }
    }
    return alerts;
  }
}
