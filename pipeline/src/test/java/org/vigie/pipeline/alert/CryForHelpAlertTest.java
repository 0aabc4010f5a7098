package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Entities;
import org.vigie.advert.Finding;
import org.vigie.advert.Genre;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;
import org.vigie.advert.TextKind;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.cluster.ClusterProfiles;

class CryForHelpAlertTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Watch NOBODY = Watch.of(List.of());
  private static final String KEY = Matcher.ofCriesForHelp().key();

  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
  }

  @Test
  void isUrgentWhereFreedomIsTakenAndAWarningWhereMoneyAloneIs() {
    assertThat(alert("LX-08")).map(Alert::severity).contains(Severity.WARNING);
    assertThat(alert("LX-08", "LX-03")).map(Alert::severity).contains(Severity.URGENT);
  }

  @Test
  void restsOnWhatWasTakenAlone() {
    Alert alert = alert("LX-07", "RC-04").orElseThrow();

    assertThat(alert.headline()).endsWith(": retention of identity documents");
    assertThat(alert.evidence()).extracting(e -> e.indicator()).containsExactly("LX-07");
  }

  @Test
  void isNotRaisedWhereTheRuleIsTurnedOffYetNobodyIsASuspectForIt() {
    LeadText off = new LeadText(NOBODY, false, taxonomy);

    assertThat(off.of(KEY, "a-1", 1, MONDAY, cluster("LX-07"))).isEmpty();
    assertThat(off.isOfCriesForHelp(Map.of(KEY, 1L), 1)).isTrue();
  }

  @Test
  void takesAClusterForCriesForHelpWhereHalfOfItsAdvertsAre() {
    LeadText on = new LeadText(NOBODY, true, taxonomy);

    assertThat(on.isOfCriesForHelp(Map.of(KEY, 2L), 4)).isTrue();
    assertThat(on.isOfCriesForHelp(Map.of(KEY, 1L), 4)).isFalse();
    assertThat(on.isOfCriesForHelp(Map.of(), 4)).isFalse();
  }

  private static Optional<Alert> alert(String... signs) {
    return new LeadText(NOBODY, true, taxonomy).of(KEY, "a-1", 1, MONDAY, cluster(signs));
  }

  private static ClusterProfile cluster(String... signs) {
    AssessedAdvert advert =
        new AssessedAdvert(
            Advert.builder(Channel.FORUM, "forum.example.org", MONDAY).body("help us").build(),
            "en",
            List.of(),
            Entities.none(),
            List.of(signs).stream()
                .map(id ->
                    taxonomy.indicator(id, List.of(new Span(0, 4)), Finding.of("said-in-text")))
                .toList(),
            List.of(),
            new TextKind(Genre.COMPLAINT, 0.9));
    return new ClusterProfiles(taxonomy, Optional.empty()).of(List.of(advert));
  }
}
