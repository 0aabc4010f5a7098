package org.vigie.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.DescriptionLength;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.casework.render.Quote;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.text.InventedCluster;
import org.vigie.text.safe.Known;
import org.vigie.text.safe.SafeJson;

class ClusterViewTest {
  private final List<String> lines =
      new ClusterView(new Style(false))
          .lines(Known.cluster(), new BaseRate("job-board", 0, 1), Told.nothing(), "");

  @Test
  void marksTheSlotsOfTheTemplateWithTheirKind() {
    assertThat(lines)
        .containsSequence(
            "  We hire in [place: (nothing) | Lyon | Par<U+202E>is] today.", "  Call");
  }

  @Test
  void saysHowMuchOfTheirDescriptionTheTemplateSaves() {
    assertThat(lines).as("a length that isn't known").noneMatch(line -> line.contains("saves"));

    assertThat(
            new ClusterView(new Style(false))
                .lines(
                    Known.cluster(new DescriptionLength(30, 5, 50)),
                    new BaseRate("x", 0, 1),
                    Told.nothing(),
                    ""))
        .contains("  shortens     the description of all adverts by 70 %");
  }

  @Test
  void countsContactsAndPlacesMostFirst() {
    assertThat(lines)
        .contains("  contacts     phone:+33639980001 3", "  places       Paris 2 · Lyon 1");
  }

  @Test
  void saysThatNoneOfItsAdvertsWasAssessed() {
    ClusterProfile unread = InventedCluster.unassessed("c-0123", 2);

    assertThat(
            new ClusterView(new Style(false))
                .lines(unread, new BaseRate("job-board", 0, 1), Told.nothing(), ""))
        .contains("  risk         highest not-assessed, mean not-assessed of its adverts");
    assertThat(SafeJson.of(unread)).contains("\"meanRisk\":null");
  }

  @Test
  void saysHowToListItsAdverts() {
    assertThat(lines).endsWith("Its adverts: ./vigie search 'cluster:c-0123'");
  }

  @Test
  void tellsTheRiskOfItsAdvertsTogetherWithItsReasonsAndHowCommonItIs() {
    GroupAssessment made =
        new GroupAssessment(
            0.75,
            1.1,
            List.of(
                new Reason("4 places", 2.5, List.of()), new Reason("base rate", -1.4, List.of())),
            "risk-group-1",
            "taxonomy-2");

    assertThat(
            new ClusterView(new Style(false))
                .lines(
                    Known.cluster().assessed(made),
                    new BaseRate("job-board", 2, 40),
                    new Told(
                        "Documents kept · 3 adverts",
                        List.of(
                            new Quote(
                                "a-1",
                                List.of(
                                    new Quote.QuotedSign(
                                        "LX-07", "documents kept", EvidenceGrade.EXPERT)),
                                "We keep your passport.",
                                List.of(new Span(3, 21))))),
                    "about 0.40 where one in 100 is a case"))
        .contains(
            "  says         Documents kept · 3 adverts",
            "               \"We «keep your passport».\" (LX-07, a-1)")
        .containsSequence(
            "  together     0.75 by risk-group-1",
            "               about 0.40 where one in 100 is a case",
            "               base rate: of 40 clusters in job-board 2 are at least as risky",
            "               +2.50 4 places",
            "               -1.40 base rate",
            "               +1.10 in all: the log-odds of this risk");
  }
}
