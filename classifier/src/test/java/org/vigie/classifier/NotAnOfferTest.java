package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Finding;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;

/** Models of offers judge no complaint: what it says alone does. */
class NotAnOfferTest {
  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  @Test
  void aComplaintIsJudgedByWhatItSays() {
    Assessment risk =
        recruitment(
            "I worked at the hotel for three months and the manager never paid me, he still has my"
                + " passport. What can I do, please help.");

    assertThat(risk.outcome()).isEqualTo(Outcome.RISK);
    assertThat(codes(risk)).contains("complaint-and-no-offer");
    assertThat(risk.reasons())
        .extracting(Reason::finding)
        .contains(Reason.sign("LX-07"), Reason.sign("LX-08"));
  }

  @Test
  void aComplaintThatSaysNoSignIsNoRisk() {
    Assessment risk =
        recruitment(
            "My new phone from this seller stopped working after two days and he won't refund me,"
                + " very angry, avoid this shop.");

    assertThat(risk.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(risk.riskProbability()).isLessThanOrEqualTo(0.05);
    assertThat(codes(risk)).containsExactly("complaint-and-no-offer");
  }

  private static Assessment recruitment(String text) {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", Instant.parse("2026-11-06T15:20:00Z"))
            .sourceId("1")
            .body(text)
            .language("en")
            .build();
    return assessor.assess(advert).assessments().stream()
        .filter(a -> a.form().equals("recruitment"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(Assessment assessment) {
    return assessment.reasons().stream().map(Reason::finding).map(Finding::code).toList();
  }
}
