package org.vigie.world.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

class SurfaceCampaignTest {
  private static final SurfaceCampaign CAMPAIGN = SurfaceCampaign.load();

  @Test
  void standsOnEverySurface() {
    assertThat(CAMPAIGN.planted()).containsOnlyKeys(Surface.values());
    assertThat(CAMPAIGN.planted().values()).allMatch(adverts -> adverts > 0);
  }

  @Test
  void namesOneNumberHoweverItIsWritten() {
    assertThat(CAMPAIGN.adverts())
        .filteredOn(SurfaceAdvert::planted)
        .allSatisfy(advert -> assertThat(digits(advert.text())).endsWith("447700900051"));
    assertThat(digits(String.join("", CAMPAIGN.poster()))).endsWith("447700900051");
    assertThat(CAMPAIGN.code()).endsWith("/447700900051");
    assertThat(SurfaceCampaign.CONTACT).isEqualTo("phone:+447700900051");
  }

  @Test
  void leavesItsNumberOutOfWhatStandsBesideItAndOfTheWorld() {
    assertThat(CAMPAIGN.adverts())
        .filteredOn(advert -> !advert.planted())
        .isNotEmpty()
        .allSatisfy(advert -> assertThat(digits(advert.text())).isEmpty());
    assertThat(World.generate(new WorldSpec(1, 420)).adverts())
        .allSatisfy(advert -> assertThat(digits(advert.text())).doesNotContain("7700900051"));
  }

  @Test
  void fillsEachSlotAndTellsTheTime() {
    assertThat(CAMPAIGN.adverts())
        .allSatisfy(advert -> {
          assertThat(advert.text() + advert.title()).doesNotContain("{").doesNotContain("}");
          assertThat(advert.postedAt()).isBetween(WorldSpec.BASE, WorldSpec.COMPLETE);
        });
  }

  @Test
  void readsItsParts() {
    SurfaceCampaign read =
        SurfaceCampaign.parse(
            """
            # a note
            title: Hands for {town}
            text:
            {who} pays {wage}.

            Call {number}
            campaign:
            chat | 2 | Derby | Ann | +44 7700 900052 | 9
            others:
            sheet | 1 | Leeds | Hat | A hat.
            poster:
            HANDS
            call
            code: tel:+447700900052
            """);

    assertThat(read)
        .isEqualTo(
            new SurfaceCampaign(
                List.of(
                    new SurfaceAdvert(
                        Surface.CHAT,
                        true,
                        WorldSpec.BASE.plusSeconds(7_200),
                        "Derby",
                        "Hands for Derby",
                        "Ann pays 9.\nCall +44 7700 900052"),
                    new SurfaceAdvert(
                        Surface.SHEET,
                        false,
                        WorldSpec.BASE.plusSeconds(3_600),
                        "Leeds",
                        "Hat",
                        "A hat.")),
                List.of("HANDS", "call"),
                "tel:+447700900052"));
    assertThat(read.planted())
        .isEqualTo(Map.of(Surface.CHAT, 1, Surface.PICTURE, 1, Surface.CODE, 1));
  }

  @Test
  void refusesARowThatLacksACell() {
    assertThatThrownBy(() -> SurfaceCampaign.parse("campaign:\nchat | 2 | Derby"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an advert on a surface must have 6 cells, but has 3");
  }

  /** As letters that look like digits are read. */
  private static String digits(String text) {
    return text.replaceAll("(?<=[O9 7])O", "0").replaceAll("\\D", "");
  }
}
