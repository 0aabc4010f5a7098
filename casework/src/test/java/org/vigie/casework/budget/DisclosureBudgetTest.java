package org.vigie.casework.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.budget.BudgetNotice.Per;
import org.vigie.casework.budget.Taking.Outcome;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.CaseDatabase;

class DisclosureBudgetTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> LEA = List.of("account lea");
  private static final List<String> MAX = List.of("account max");
  private static final Optional<String> CASE = Optional.of("k-1");

  @TempDir Path folder;
  private CaseDatabase database;

  @BeforeEach
  void open() {
    database = CaseDatabase.open(folder.resolve("desk.sqlite"), DisclosureBudget.SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void endsForACaseWhoeverReadsForItAndHoweverLate() {
    assertThat(budget(10, 5, NOON).take(LEA, CASE, ids(1, 3)).outcome())
        .isEqualTo(Outcome.ADMITTED);
    Instant later = NOON.plus(Duration.ofDays(40));

    assertThat(budget(10, 5, later).take(MAX, CASE, ids(3, 5)).outcome())
        .isEqualTo(Outcome.ADMITTED);
    assertThat(budget(10, 5, later).take(MAX, CASE, ids(6, 6)).outcome())
        .isEqualTo(Outcome.CASE_REFUSED);
    assertThat(budget(10, 5, later).take(MAX, CASE, ids(1, 5)).outcome())
        .as("what was shown for it before")
        .isEqualTo(Outcome.ADMITTED);
    assertThat(budget(10, 5, later).take(MAX, Optional.of("k-2"), ids(6, 6)).outcome())
        .as("another case")
        .isEqualTo(Outcome.ADMITTED);
    assertThat(budget(10, 5, later).take(MAX, Optional.empty(), ids(7, 7)).outcome())
        .as("none")
        .isEqualTo(Outcome.ADMITTED);
  }

  @Test
  void countsNothingForACaseThatAnAccountIsRefused() {
    assertThat(budget(2, 5, NOON).take(LEA, CASE, ids(1, 3)).outcome()).isEqualTo(Outcome.REFUSED);

    assertThat(budget(10, 5, NOON).take(MAX, CASE, ids(4, 8)).isRefused()).isFalse();
  }

  @Test
  void saysAtOnceThatFourFifthsAreReachedAndOnceAlone() {
    DisclosureBudget budget = budget(100, 1_000, NOON);

    assertThat(budget.take(LEA, CASE, ids(1, 79)).notices()).as("79").isEmpty();
    assertThat(budget.take(LEA, CASE, ids(80, 80)))
        .as("80")
        .isEqualTo(admitted(ofHour(LEA, 80)))
        .satisfies(taken ->
            assertThat(said(taken))
                .containsExactly("disclosure budget at 80%: account=lea per=hour"));
    assertThat(budget.take(LEA, CASE, ids(80, 80)).notices()).as("the same advert").isEmpty();
    assertThat(budget.take(LEA, CASE, ids(81, 99)).notices()).as("99").isEmpty();
    assertThat(notices(NOON)).containsExactly(ofHour(LEA, 80));
  }

  @Test
  void saysAtOnceThatABudgetIsUsedUp() {
    DisclosureBudget budget = budget(100, 1_000, NOON);
    budget.take(LEA, CASE, ids(1, 80));

    assertThat(budget.take(LEA, CASE, ids(81, 100)))
        .isEqualTo(admitted(ofHour(LEA, 100)))
        .satisfies(taken ->
            assertThat(said(taken))
                .containsExactly("disclosure budget used up: account=lea per=hour"));
    assertThat(notices(NOON)).containsExactly(ofHour(LEA, 100), ofHour(LEA, 80));
  }

  @Test
  void saysBothSharesWhereOneTakingReachesBoth() {
    Taking taken = budget(100, 1_000, NOON).take(LEA, CASE, ids(1, 100));

    assertThat(taken).isEqualTo(admitted(ofHour(LEA, 80), ofHour(LEA, 100)));
    assertThat(said(taken))
        .containsExactly(
            "disclosure budget at 80%: account=lea per=hour",
            "disclosure budget used up: account=lea per=hour");
    assertThat(notices(NOON)).containsExactly(ofHour(LEA, 100), ofHour(LEA, 80));
  }

  @Test
  void saysOfEachBudgetThatOneTakingReaches() {
    DisclosureBudget budget =
        new DisclosureBudget(
            database,
            new DisclosureSettings(10, 12, 12, Map.of()),
            Clock.fixed(NOON, ZoneOffset.UTC));

    Taking taken = budget.take(List.of("account lea", "token-3"), CASE, ids(1, 10));

    assertThat(said(taken))
        .containsExactly(
            "disclosure budget at 80%: account=lea per=hour",
            "disclosure budget used up: account=lea per=hour",
            "disclosure budget at 80%: account=lea per=day",
            "disclosure budget at 80%: token=token-3 per=hour",
            "disclosure budget used up: token=token-3 per=hour",
            "disclosure budget at 80%: token=token-3 per=day",
            "disclosure budget at 80%: case=k-1 per=case");
    assertThat(notices(NOON)).containsExactlyInAnyOrderElementsOf(taken.notices());
  }

  @Test
  void saysAShareAgainOnceItIsReachedAgainAnHourLater() {
    budget(5, 100, NOON).take(LEA, CASE, ids(1, 4));
    Instant later = NOON.plus(Duration.ofMinutes(61));

    assertThat(budget(5, 100, later).take(LEA, CASE, ids(5, 8)).notices())
        .containsExactly(new BudgetNotice(later, "account lea", Per.HOUR, 80, "account lea"));
    assertThat(notices(NOON.plus(Duration.ofDays(31)))).isEmpty();
  }

  @Test
  void saysNoShareTwiceWithinAnHourThoughItIsReachedAgain() {
    budget(5, 100, NOON).take(LEA, CASE, ids(1, 1));
    budget(5, 100, NOON.plus(Duration.ofMinutes(50))).take(LEA, CASE, ids(2, 4));
    Instant later = NOON.plus(Duration.ofMinutes(61));

    assertThat(budget(5, 100, later).take(LEA, CASE, ids(5, 5)).notices())
        .as("three again, then four")
        .isEmpty();
  }

  @Test
  void saysOfEachRefusalWhichBudgetHadNoRoomAndTellsOfOneInAnHour() {
    DisclosureBudget budget =
        new DisclosureBudget(
            database,
            new DisclosureSettings(5, 10, 100, Map.of()),
            Clock.fixed(NOON, ZoneOffset.UTC));

    for (int i = 0; i < 2; i++) {
      Taking refused = budget.take(LEA, CASE, ids(1, 8));
      assertThat(refused).isEqualTo(new Taking(Outcome.REFUSED, List.of(ofHour(LEA, 160))));
      assertThat(said(refused)).containsExactly("disclosure budget refused: account=lea per=hour");
    }
    budget.take(LEA, CASE, ids(1, 9));

    assertThat(notices(NOON)).containsExactly(ofHour(LEA, 160));
    assertThat(budget.take(LEA, CASE, ids(1, 5)).notices())
        .as("what is reached after that")
        .containsExactly(ofHour(LEA, 80), ofHour(LEA, 100));
  }

  @Test
  void tellsWhoBroughtACaseToItsEnd() {
    budget(100, 2, NOON).take(MAX, CASE, ids(1, 2));

    assertThat(notices(NOON))
        .containsExactly(
            new BudgetNotice(NOON, "case k-1", Per.CASE, 100, "account max"),
            new BudgetNotice(NOON, "case k-1", Per.CASE, 80, "account max"));
  }

  @Test
  void countsASecondWindowOfAnAdvertWithinADayAsTheWholeOfIt() {
    DisclosureBudget budget = budget(2, 100, NOON);
    assertThat(show(budget, LEA, "start", "start", "start")).isEmpty();
    assertThat(show(budget, LEA, "start", "start", "start")).as("the same again").isEmpty();
    assertThat(show(budget, LEA, "end", "start", "start")).as("one").isEmpty();
    assertThat(show(budget, LEA, "middle", "end", "end")).as("two more").containsOnly("a-1", "a-2");
    assertThat(show(budget, LEA, "middle", "end", "start")).as("one more").isEmpty();
    assertThat(budget.take(LEA, CASE, ids(0, 1)).outcome())
        .as("that count")
        .isEqualTo(Outcome.ADMITTED);
    assertThat(budget.take(LEA, CASE, ids(2, 2)).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(show(budget, LEA, "start", "middle", "start")).as("of those").isEmpty();
    assertThat(show(budget, MAX, "end", "end", "end")).as("of somebody else").isEmpty();
  }

  @Test
  void countsWindowsForACaseAndWithholdsThoseThatItHasNoRoomFor() {
    DisclosureBudget budget = budget(100, 1, NOON);
    show(budget, LEA, "start", "start");
    assertThat(budget.show(LEA, CASE, windows("end", "end")))
        .isEqualTo(
            new DisclosureBudget.Snippets(
                new Taking(
                    Outcome.CASE_REFUSED,
                    List.of(new BudgetNotice(NOON, "case k-1", Per.CASE, 200, "account lea"))),
                Set.of("a-0", "a-1")));
  }

  @Test
  void forgetsWindowsAfterADay() {
    show(budget(1, 100, NOON), LEA, "start", "start", "start");
    Instant late = NOON.plus(Duration.ofHours(23));
    assertThat(show(budget(1, 100, late), LEA, "end", "end")).containsOnly("a-0", "a-1");
    Instant later = NOON.plus(Duration.ofHours(25));
    assertThat(show(budget(1, 100, later), LEA, "end", "end")).isEmpty();
    assertThat(database.list("SELECT advert FROM snippet_window", row -> row.getString("advert")))
        .containsExactlyInAnyOrder("a-0", "a-1");
  }

  /** Shows windows of adverts from {@code a-0} on for a case, and returns which are withheld. */
  private static Set<String> show(DisclosureBudget budget, List<String> who, String... windows) {
    return budget.show(who, CASE, windows(windows)).withheld();
  }

  private static Map<String, String> windows(String... windows) {
    return IntStream.range(0, windows.length)
        .boxed()
        .collect(Collectors.toMap(i -> "a-" + i, i -> windows[i]));
  }

  private DisclosureBudget budget(int perHour, int perCase, Instant now) {
    return new DisclosureBudget(
        database,
        new DisclosureSettings(perHour, 1_000, perCase, Map.of()),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Taking admitted(BudgetNotice... notices) {
    return new Taking(Outcome.ADMITTED, List.of(notices));
  }

  private static BudgetNotice ofHour(List<String> who, int share) {
    return new BudgetNotice(NOON, who.getFirst(), Per.HOUR, share, who.getFirst());
  }

  private static List<String> said(Taking taking) {
    return taking.events().stream().map(event -> event.command() + ": " + event.detail()).toList();
  }

  private List<BudgetNotice> notices(Instant now) {
    return new BudgetNotices(database, Clock.fixed(now, ZoneOffset.UTC)).recent();
  }

  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "a-" + i).toList();
  }
}
