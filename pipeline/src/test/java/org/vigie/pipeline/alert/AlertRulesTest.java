package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Evidence;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Indicator;
import org.vigie.advert.Pace;
import org.vigie.advert.Reason;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.classifier.Taxonomy;

class AlertRulesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Map<String, Long> TWO_CATEGORIES = Map.of("RC-07", 10L, "RC-04", 10L);
  private static final Map<String, Long> THREE = Map.of("LX-07", 10L, "RC-04", 10L, "RC-06", 5L);
  private static final Map<String, Long> ONE_CHANNEL = Map.of("forum", 10L);
  private static final Map<String, Long> TWO_CHANNELS = Map.of("forum", 9L, "telegram", 1L);

  @Test
  void asksForAClusterInWhichThreeIndicatorsOfTwoCategoriesRecur() throws Exception {
    Alert alert = evaluate(10, THREE, ONE_CHANNEL, Pace.none()).orElseThrow();

    assertThat(alert.rule()).isEqualTo("campaign");
    assertThat(alert.severity()).isEqualTo(Severity.WARNING);
    assertThat(alert.reasons())
        .startsWith("LX-07 retention of identity documents (E, control) in 10 of 10 adverts");
    assertThat(alert.model()).isEqualTo("model-1, model-2");
    assertThat(alert.channel()).isEqualTo("forum");
    assertThat(alert.evidence())
        .containsExactly(new Evidence("LX-07", "a-1", List.of(new Span(2, 5))));
  }

  @Test
  void takesAnIndicatorOfFewAdvertsForNoneOfTheCluster() throws Exception {
    Map<String, Long> rare = Map.of("RC-07", 10L, "RC-04", 10L, "RC-06", 4L);

    assertThat(evaluate(10, rare, ONE_CHANNEL, Pace.none())).isEmpty();
    assertThat(evaluate(2, Map.of("LX-07", 2L, "RC-04", 2L, "RC-06", 2L), ONE_CHANNEL, Pace.none()))
        .isEmpty();
  }

  @Test
  void takesAnyNumberOfIndicatorsOfOneCategoryForNothing() throws Exception {
    Map<String, Long> recruitment = Map.of("RC-02", 10L, "RC-03", 10L, "RC-04", 10L, "RC-10", 10L);

    assertThat(evaluate(10, recruitment, TWO_CHANNELS, new Pace(20_000, 90, 1))).isEmpty();
  }

  @Test
  void asksForAClusterInWhichHalfOfTheAdvertsSayOneStrongSignOfControl() throws Exception {
    Alert alert = evaluate(4, Map.of("LX-07", 2L), Map.of("forum", 4L), Pace.none()).orElseThrow();

    assertThat(alert.rule()).isEqualTo("control-signs");
    assertThat(alert.severity()).isEqualTo(Severity.WARNING);
    assertThat(alert.reasons())
        .startsWith(
            "LX-07 retention of identity documents (E, control) in 2 of 4 adverts",
            "2 of 4 adverts say one same strong sign of control (rule control-signs, version 5)");
    assertThat(alert.evidence())
        .containsExactly(new Evidence("LX-07", "a-1", List.of(new Span(2, 5))));
  }

  @Test
  void takesStrongSignsThatFewAdvertsOrOneAdvertSayForNothing() throws Exception {
    Map<String, Long> forum = Map.of("forum", 5L);

    assertThat(evaluate(5, Map.of("LX-07", 2L), forum, Pace.none())).isEmpty();
    assertThat(evaluate(2, Map.of("LX-07", 2L), forum, Pace.none())).isEmpty();
    assertThat(evaluate(3, Map.of("LX-07", 1L, "LX-09", 1L, "LX-08", 1L), forum, Pace.none()))
        .as("each says another one")
        .isEmpty();
    assertThat(evaluate(5, Map.of("RC-07", 5L, "LX-01", 5L), forum, Pace.none()))
        .as("signs that offers show, too")
        .isEmpty();
  }

  @Test
  void namesACampaignFirstAndItsSignsOfControlNext() throws Exception {
    Alert alert = evaluate(10, THREE, TWO_CHANNELS, Pace.none()).orElseThrow();

    assertThat(alert.rule()).isEqualTo("campaign");
    assertThat(alert.reasons())
        .filteredOn(reason -> reason.contains("(rule "))
        .containsExactly(
            "10 of 10 adverts say one same strong sign of control"
                + " (rule control-signs, version 5)",
            "it crosses channels: forum, telegram (rule cross-channel, version 1)");
  }

  @Test
  void letsCrossingChannelsStandForOneIndicator() throws Exception {
    assertThat(evaluate(10, TWO_CATEGORIES, ONE_CHANNEL, Pace.none())).isEmpty();

    Alert alert = evaluate(10, TWO_CATEGORIES, TWO_CHANNELS, Pace.none()).orElseThrow();

    assertThat(alert.rule()).isEqualTo("cross-channel");
    assertThat(alert.reasons())
        .contains("it crosses channels: forum, telegram (rule cross-channel, version 1)");
  }

  @Test
  void letsABurstStandForOneIndicatorIfTheDayStandsOut() throws Exception {
    assertThat(evaluate(10, TWO_CATEGORIES, ONE_CHANNEL, new Pace(20_000, 19, 1))).isEmpty();
    assertThat(evaluate(10, TWO_CATEGORIES, ONE_CHANNEL, new Pace(20_000, 40, 9))).isEmpty();

    Alert alert = evaluate(10, TWO_CATEGORIES, ONE_CHANNEL, new Pace(20_458, 40, 8)).orElseThrow();

    assertThat(alert.rule()).isEqualTo("burst");
    assertThat(alert.reasons())
        .contains(
            "a burst of 40 adverts on 2026-01-05, of 8 on its other days (rule burst, version 1)");
  }

  @Test
  void raisesOneAlertWhichKeepsItsIdAsFurtherRulesHold() throws Exception {
    Alert first = evaluate(10, THREE, ONE_CHANNEL, Pace.none()).orElseThrow();
    Alert then = evaluate(10, THREE, TWO_CHANNELS, new Pace(20_458, 40, 0)).orElseThrow();

    assertThat(then.id()).isEqualTo(first.id());
    assertThat(then.rule()).isEqualTo("campaign");
    assertThat(then.reasons().toString()).contains("rule cross-channel", "rule burst");
  }

  @Test
  void raisesAnAlertAboutAClusterWhoseAdvertsAreRiskyTogetherIfTwoCategoriesRecur()
      throws Exception {
    assertThat(evaluate(risky(0.89, TWO_CATEGORIES))).isEmpty();
    assertThat(evaluate(risky(0.95, Map.of("RC-02", 10L, "RC-03", 10L)))).isEmpty();

    Alert alert = evaluate(risky(0.95, TWO_CATEGORIES)).orElseThrow();

    assertThat(alert.rule()).isEqualTo("cluster-risk");
    assertThat(alert.reasons())
        .contains(
            "risk 0.95 of its adverts together, by risk-group-9: 4 places; 3 persons named"
                + " (rule cluster-risk, version 1)");
  }

  @Test
  void letsBehaviourOfTheClusterStandForTwoCategories() throws Exception {
    Indicator moves =
        Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models")).indicator("MV-01");
    ClusterProfile risky = risky(0.95, Map.of());
    ClusterProfile moving = withIndicators(risky, List.of(moves));

    assertThat(evaluate(risky)).isEmpty();
    assertThat(evaluate(moving)).map(Alert::rule).contains("cluster-risk");
  }

  @Test
  void takesWhatContactsShowElsewhereForNoBehaviourOfTheCluster() throws Exception {
    Taxonomy taxonomy = Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
    List<Indicator> ofContacts = new ArrayList<>();
    for (String id : List.of("FI-02", "MV-01", "MV-03")) {
      ofContacts.add(taxonomy.indicator(id, List.of(), ClusterProfile.ofContacts(1)));
    }

    assertThat(evaluate(withIndicators(risky(0.95, Map.of()), ofContacts))).isEmpty();
    Alert alert = evaluate(withIndicators(risky(0.95, THREE), ofContacts)).orElseThrow();
    assertThat(alert.reasons())
        .anyMatch(reason ->
            reason.startsWith("MV-03")
                && reason.endsWith("over all adverts of one contact that it names"));
  }

  @Test
  void writesNumbersTheSameInEveryLocale() throws Exception {
    Alert here = evaluate(10, THREE, TWO_CHANNELS, new Pace(20_458, 40, 0)).orElseThrow();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(evaluate(10, THREE, TWO_CHANNELS, new Pace(20_458, 40, 0))).contains(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Optional<Alert> evaluate(ClusterProfile cluster) throws Exception {
    Taxonomy taxonomy = Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
    return new AlertRules(AlertRuleConfig.defaults(), taxonomy).evaluate(cluster);
  }

  private static ClusterProfile risky(double risk, Map<String, Long> indicators) {
    return cluster(10, indicators, ONE_CHANNEL, Pace.none())
        .assessed(
            new GroupAssessment(
                risk,
                2,
                List.of(
                    new Reason("4 places", 3, List.of()),
                    new Reason("base rate", -2, List.of()),
                    new Reason("3 persons named", 1, List.of())),
                "risk-group-9",
                "taxonomy-9"));
  }

  private static ClusterProfile withIndicators(ClusterProfile one, List<Indicator> indicators) {
    return new ClusterProfile(
        one.id(),
        one.size(),
        one.firstSeen(),
        one.lastSeen(),
        one.contacts(),
        one.places(),
        one.countries(),
        one.sites(),
        one.channels(),
        one.languages(),
        one.advertIndicators(),
        indicators,
        one.evidence(),
        one.models(),
        one.pace(),
        one.highestRisk(),
        one.meanRisk(),
        one.template(),
        one.persons(),
        one.assessment());
  }

  private static Optional<Alert> evaluate(
      long size, Map<String, Long> indicators, Map<String, Long> channels, Pace pace)
      throws Exception {
    Taxonomy taxonomy = Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
    return new AlertRules(AlertRuleConfig.defaults(), taxonomy)
        .evaluate(cluster(size, indicators, channels, pace));
  }

  private static ClusterProfile cluster(
      long size, Map<String, Long> indicators, Map<String, Long> channels, Pace pace) {
    return new ClusterProfile(
        "c-1",
        size,
        MONDAY,
        MONDAY.plusSeconds(60),
        Map.of("phone:+33639980001", size),
        Map.of(),
        Map.of("FR", size),
        Map.of("example.org", size),
        channels,
        Map.of("en", size),
        indicators,
        List.of(),
        List.of(
            new Evidence("LX-07", "a-1", List.of(new Span(2, 5))),
            new Evidence("RC-99", "a-1", List.of())),
        Map.of("model-2", 1L, "model-1", size - 1),
        pace,
        0.9,
        0.5,
        Template.empty());
  }
}
