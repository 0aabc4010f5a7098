package org.vigie.search.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Severity;

class StoredFindingsTest {
  private static final String FORMER_ALERT =
      """
      {"id":"w-1","rule":"campaign","ruleVersion":"1","subject":"c-1","severity":"WARNING",\
      "at":"2026-01-05T08:00:00Z","headline":"3 adverts of one campaign on 1 site: urgency",\
      "reasons":["RC-01 urgency (E, deception) in 3 of 3 adverts"],"evidence":[],\
      "channel":"forum","baseRate":null,"model":"","taxonomy":"taxonomy-1"}\
      """;

  private static final String FORMER_INDICATOR =
      """
      {"id":"MV-01","name":"velocity","category":"movement","grade":"RESEARCH","scored":true,\
      "spans":[],"detail":"over all adverts of one contact that it names"}\
      """;

  @Test
  void keepTheEnglishOfAnAlertThatAnEarlierReleaseWrote() throws Exception {
    Alert alert = RecordJson.read(FORMER_ALERT, Alert.class);

    assertThat(alert.headline()).isEqualTo("3 adverts of one campaign on 1 site: urgency");
    assertThat(alert.lines()).isEmpty();
    AlertLine more = AlertLine.of(Finding.of("known-picture"));
    assertThat(alert.because("more", more).reasons()).hasSize(2);
    assertThat(alert.because("more", more).lines()).isEmpty();
  }

  @Test
  void keepTheEnglishOfAnIndicatorThatAnEarlierReleaseWrote() throws Exception {
    Indicator indicator = RecordJson.read(FORMER_INDICATOR, Indicator.class);

    assertThat(indicator.finding()).isEqualTo(Finding.NONE);
    assertThat(ClusterProfile.isOfContacts(indicator)).isTrue();
  }

  @Test
  void comeBackWithCodesAndArguments() throws Exception {
    Finding found = ClusterProfile.ofContacts(2);
    Indicator indicator =
        new Indicator(
            "MV-01", "velocity", "movement", EvidenceGrade.RESEARCH, true, List.of(), "x", found);
    String json = RecordJson.write(indicator);

    assertThat(json)
        .contains("\"finding\":{\"code\":\"over-contacts\",\"arguments\":{\"contacts\":\"2\"}}");
    assertThat(RecordJson.read(json, Indicator.class)).isEqualTo(indicator);
    assertThat(ClusterProfile.isOfContacts(indicator)).isTrue();
    Alert alert = alert(List.of("a reason"), List.of(line("campaign"), line("burst")));
    assertThat(RecordJson.read(RecordJson.write(alert), Alert.class)).isEqualTo(alert);
  }

  private static AlertLine line(String code) {
    return AlertLine.of(Finding.of(code).with("n", 1), List.of(Finding.of("part")));
  }

  private static Alert alert(List<String> reasons, List<AlertLine> lines) {
    return new Alert(
        "w-1",
        "campaign",
        "1",
        "c-1",
        Severity.WARNING,
        Instant.parse("2026-01-05T08:00:00Z"),
        "a headline",
        reasons,
        List.of(),
        "forum",
        null,
        "",
        "taxonomy-1",
        lines);
  }
}
