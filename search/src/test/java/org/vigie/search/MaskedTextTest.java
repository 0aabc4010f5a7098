package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Membership;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.advert.TemplatePart;
import org.vigie.text.InventedCluster;

class MaskedTextTest {
  private static final String HIDDEN = "explicitword";

  @TempDir Path folder;

  @Test
  void putsDotsForTheWordingOfMaskedSignsInTextAndTitleAlike() {
    AssessedAdvert advert = advert("A " + HIDDEN + " title", "then " + HIDDEN + " again", "SX-10");
    assertThat(MaskedText.titleOf(advert)).isEqualTo("A ············ title");
    assertThat(MaskedText.of(advert))
        .isEqualTo("A ············ title\nthen ············ again")
        .hasSameSizeAs(advert.advert().text());
  }

  @Test
  void leavesTheWordingOfOtherSigns() {
    AssessedAdvert advert = advert("A " + HIDDEN + " title", "", "RC-04");
    assertThat(MaskedText.of(advert)).isEqualTo(advert.advert().text());
    assertThat(MaskedText.titleOf(advert)).isEqualTo(advert.advert().title());
  }

  @Test
  void givesOfALongTitleNoMoreThanASnippetHolds() {
    AssessedAdvert advert = advert("A whole text as its title. ".repeat(20), "", "RC-04");

    assertThat(MaskedText.titleOf(advert)).startsWith("A whole text").hasSizeBetween(180, 200);
    assertThat(MaskedText.of(advert)).isEqualTo(advert.advert().text());
  }

  @Test
  void copesWithSignsBeyondTheText() {
    AssessedAdvert advert =
        assessed(
            Advert.builder(Channel.FORUM, "x.example", Adverts.MONDAY).body("a short text").build(),
            List.of(new Span(2, 7), new Span(11, 40)),
            "SX-10");
    assertThat(MaskedText.of(advert)).isEqualTo("a ····· tex·");
    assertThat(MaskedText.titleOf(advert)).isEmpty();
  }

  @Test
  void masksTheTemplateOfAClusterUnlessItIsAskedForWhole() throws Exception {
    List<AssessedAdvert> adverts =
        List.of(
            advert("Offer one", "with " + HIDDEN + " for all", "SX-10"),
            advert("Offer two", "with " + HIDDEN + " for all", "SX-10"));
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            adverts,
            shard -> {
              shard.put(InventedCluster.of("c-1", 2));
              for (AssessedAdvert advert : adverts) {
                shard.put(new Membership(advert.advert().id(), "c-1"));
              }
            })) {
      assertThat(said(index.findClusterWithTemplate("c-1").orElseThrow()))
          .contains("with " + HIDDEN + " for all");
      assertThat(said(index.findClusterWithMaskedTemplate("c-1").orElseThrow()))
          .contains("with ············ for all")
          .doesNotContain(HIDDEN);
    }
  }

  private static String said(ClusterProfile cluster) {
    StringBuilder said = new StringBuilder();
    for (TemplatePart part : cluster.template().parts()) {
      said.append(part.isSlot() ? String.join(" ", part.values()) : part.text());
    }
    return said.toString();
  }

  private static AssessedAdvert advert(String title, String body, String sign) {
    Advert advert =
        Advert.builder(Channel.FORUM, "x.example", Adverts.MONDAY).title(title).body(body).build();
    List<Span> spans = new ArrayList<>();
    for (int at = advert.text().indexOf(HIDDEN);
        at >= 0;
        at = advert.text().indexOf(HIDDEN, at + 1)) {
      spans.add(new Span(at, at + HIDDEN.length()));
    }
    return assessed(advert, spans, sign);
  }

  private static AssessedAdvert assessed(Advert advert, List<Span> spans, String sign) {
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        Entities.none(),
        List.of(new Indicator(sign, "invented", "invented", EvidenceGrade.EXPERT, true, spans, "")),
        new Assessment("sexual", Outcome.RISK, 0.9, 2, List.of(), "invented-1", "1"));
  }
}
