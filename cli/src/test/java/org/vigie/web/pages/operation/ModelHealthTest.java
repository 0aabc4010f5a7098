package org.vigie.web.pages.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Severity;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.shard.ShardWriter;
import org.vigie.web.pages.ServedConsole;

/** What operators read of how scores and signs move, and of which rules spend their budget. */
class ModelHealthTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int BUDGET = 5;
  private static final String SEARCH = "somebody's name · analyst";

  @TempDir static Path folder;

  /**
   * Writes 200 adverts of the four weeks before, a quarter of which show RC-04 and all RC-06, and
   * 120 of the last week, of which all show RC-04 and none RC-06.
   */
  @BeforeAll
  static void write() throws Exception {
    Path shard = Workspace.shard(new Workspace(folder).index(), 0);
    try (ShardWriter writer = ShardWriter.open(shard, OptionalLong.empty())) {
      for (int i = 0; i < 200; i++) {
        Instant at = NOW.minus(Duration.ofDays(8)).minus(Duration.ofHours(2L * i));
        writer.put(advert(i, at, 0.05, i % 4 == 0 ? List.of("RC-04", "RC-06") : List.of("RC-06")));
      }
      for (int i = 200; i < 320; i++) {
        writer.put(advert(i, NOW.minus(Duration.ofHours(i - 199)), 0.95, List.of("RC-04")));
      }
      for (int i = 0; i < BUDGET + 2; i++) {
        // Five on the 27th, two on the 28th.
        writer.put(alert(i, SEARCH, NOW.minus(Duration.ofDays(i < BUDGET ? 2 : 1))));
      }
      for (int i = 10; i < 20; i++) {
        writer.put(alert(i, "campaign", NOW.minus(Duration.ofDays(3))));
      }
      writer.put(alert(20, "campaign", NOW.minus(Duration.ofDays(8))));
      writer.commit(1);
    }
  }

  @Test
  void showsWhichSignsMovedMostTheFarthestFirst() throws Exception {
    assertThat(health().features())
        .containsExactly(
            new ModelHealth.Feature("RC-06", "100.0", "0.0"),
            new ModelHealth.Feature("RC-04", "25.0", "100.0"));
  }

  @Test
  void showsHowFarScoresMoved() throws Exception {
    ModelHealth health = health();
    assertThat(health.bands().getFirst()).isEqualTo(new ModelHealth.Band("0.0", 100, 0));
    assertThat(health.bands().getLast()).isEqualTo(new ModelHealth.Band("0.9", 0, 100));
    assertThat(Double.parseDouble(health.shift())).isGreaterThan(5);
  }

  @Test
  void holdsWhatRulesRaiseInAWeekAgainstTheBudgetWithoutNamingWhatIsWatched() throws Exception {
    List<RuleAlerts> rules = health().rules();
    assertThat(rules).hasSize(2);
    assertThat(rules.getFirst()).isEqualTo(new RuleAlerts("campaign", 10, 10, false));
    assertThat(rules.getLast().name()).startsWith("q-").doesNotContain("somebody");
    assertThat(rules.getLast())
        .isEqualTo(new RuleAlerts(rules.getLast().name(), BUDGET + 2, BUDGET, true));
  }

  @Test
  void saysNothingOfSoFewAdvertsThatChanceMovesThem() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(new Workspace(folder).index())) {
      ModelHealth later =
          ModelHealth.of(
              index, List.of(), BUDGET, NOW.plus(Duration.ofDays(6)), Duration.ofSeconds(30));
      assertThat(later.features()).isEmpty();
      assertThat(later.shift()).isEmpty();
    }
  }

  @Test
  void standsOnThePageOfModelOperators() throws Exception {
    try (ServedConsole served = ServedConsole.on(new Workspace(folder))) {
      String page = served.as("model-operator").get("/models").body();
      assertThat(page)
          .contains(">campaign<", "fee or wage deduction", "100.0 %", "25.0 %")
          .doesNotContain("somebody");
    }
  }

  private static ModelHealth health() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(new Workspace(folder).index())) {
      return ModelHealth.of(index, List.of(), BUDGET, NOW, Duration.ofSeconds(30));
    }
  }

  private static AssessedAdvert advert(
      int number, Instant at, double risk, List<String> indicators) {
    return new AssessedAdvert(
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", at)
            .body("invented advert " + number)
            .build(),
        "en",
        List.of(),
        new Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
        indicators.stream()
            .map(id ->
                new Indicator(
                    id, "invented", "invented", EvidenceGrade.EXPERT, true, List.of(), ""))
            .toList(),
        new Assessment(
            "recruitment",
            risk > 0.5 ? Outcome.RISK : Outcome.BUSINESS,
            risk,
            risk,
            List.of(),
            "invented-1",
            "1"));
  }

  private static Alert alert(int number, String rule, Instant at) {
    return new Alert(
        "w-%020x".formatted(number),
        rule,
        "1",
        "c-%020x".formatted(number),
        Severity.NOTICE,
        at,
        "invented",
        List.of(),
        List.of(),
        Channel.JOB_BOARD.label(),
        null,
        "invented-1",
        "1");
  }
}
