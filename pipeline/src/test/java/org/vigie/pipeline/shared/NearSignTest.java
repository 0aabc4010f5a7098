package org.vigie.pipeline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;

/** Adverts that nearly say a strong sign of control. */
class NearSignTest {
  @Test
  void tellOfAStrongSignThatIsProbableEnough() {
    assertThat(NearSign.keys(advert(near("LX-08", 0.3)))).containsExactly(NearSign.KEY);
    assertThat(NearSign.keys(advert(near("LX-08", 0.05)))).isEmpty();
    assertThat(NearSign.keys(advert(near("LX-10", 0.3)))).isEmpty();
  }

  @Test
  void tellNothingWhereAStrongSignIsSaid() {
    assertThat(NearSign.keys(advert(near("LX-08", 0.3), "LX-07"))).isEmpty();
    assertThat(NearSign.keys(advert(near("LX-08", 0.3), "RC-02"))).hasSize(1);
  }

  private static Reason near(String sign, double probability) {
    return new Reason(
        "nearly indicator " + sign,
        0.4,
        List.of(new Span(0, 4)),
        Finding.of("feature-near-sign")
            .with("sign", sign)
            .with("probability", Double.toString(probability)));
  }

  private static AssessedAdvert advert(Reason reason, String... said) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", Instant.EPOCH).body("work").build();
    List<Indicator> indicators =
        List.of(said).stream()
            .map(id ->
                new Indicator(
                    id,
                    "a sign",
                    "control",
                    EvidenceGrade.EXPERT,
                    true,
                    List.of(new Span(0, 4)),
                    ""))
            .toList();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        Entities.none(),
        indicators,
        new Assessment("recruitment", Outcome.RISK, 0.4, 2, List.of(reason), "invented-1", "1"));
  }
}
