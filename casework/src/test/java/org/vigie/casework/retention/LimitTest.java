package org.vigie.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Genre;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.TextKind;
import org.vigie.casework.config.RetentionSettings;

class LimitTest {
  private static final RetentionSettings SETTINGS = new RetentionSettings(5, 4, 3, 2, 1);

  @Test
  void isThatOfComplaintsForWhatAVictimMayHaveWrittenHoweverRiskyItIs() {
    Limit limit = Limit.of(advert(Genre.COMPLAINT, Outcome.RISK));

    assertThat(limit).isEqualTo(Limit.COMPLAINT);
    assertThat(limit.of(SETTINGS)).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void isByRiskForWarningsNewsAndOffers() {
    for (Genre genre : List.of(Genre.WARNING, Genre.NEWS, Genre.OFFER)) {
      assertThat(Limit.of(advert(genre, Outcome.RISK))).isEqualTo(Limit.RISKY);
      assertThat(Limit.of(advert(genre, Outcome.UNDETERMINED))).isEqualTo(Limit.OTHER);
    }
  }

  @Test
  void keepsComplaintsShorterThanOthersUnlessAUnitSaysSo() {
    RetentionSettings absent = RetentionSettings.defaults();

    assertThat(absent.complaints()).isEqualTo(180).isLessThan(absent.others());
    assertThat(new RetentionSettings(5, 4, 0, 2, 1).complaints())
        .as("of a review that an earlier release kept")
        .isEqualTo(2);
  }

  private static AssessedAdvert advert(Genre genre, Outcome outcome) {
    return new AssessedAdvert(
        Advert.builder(Channel.FORUM, "forum.example.org", Instant.EPOCH).body("text").build(),
        "en",
        List.of(),
        Entities.none(),
        List.of(
            new Indicator(
                "LX-07",
                "retention of identity documents",
                "control",
                EvidenceGrade.EXPERT,
                true,
                List.of(),
                "said")),
        List.of(new Assessment("recruitment", outcome, 0.9, 2, List.of(), "m", "1")),
        new TextKind(genre, 0.9));
  }
}
