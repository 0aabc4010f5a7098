package org.vigie.search.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.search.Adverts;

class PartTallyTest {
  @Test
  void leavesTheMeanOfTheOthersThatWereAssessed() {
    PartTally hidden = new PartTally();
    hidden.add(advert(List.of(risk(0.2))));
    hidden.add(advert(List.of()));

    assertThat(hidden.assessedAdverts()).isEqualTo(1);
    assertThat(hidden.meanOfOthers(0.5, 3)).isEqualTo(0.65);
    assertThat(hidden.meanOfOthers(0.2, 1)).isNull();
    assertThat(hidden.meanOfOthers(null, 0)).isNull();
  }

  private static AssessedAdvert advert(List<Assessment> assessments) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", Adverts.MONDAY)
            .title("Work")
            .body("")
            .build();
    return new AssessedAdvert(advert, "en", List.of(), Entities.none(), List.of(), assessments);
  }

  private static Assessment risk(double risk) {
    return new Assessment(
        "recruitment", Outcome.UNDETERMINED, risk, 0, List.of(), "risk-recruitment-1", "1");
  }
}
