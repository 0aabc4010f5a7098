package org.vigie.world.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.world.ServedPage;

class ScriptSiteTest {
  private final SurfaceCampaign campaign = SurfaceCampaign.load();
  private final ScriptSite site = new ScriptSite(campaign);

  @Test
  void showsNoWordOfAnAdvertWithoutItsScripts() {
    for (String page : new String[] {"/", "/new"}) {
      String shown =
          body(page).replaceAll("(?s)<script.*?</script>", "").replaceAll("<[^>]*>", " ");
      assertThat(shown.strip().split("\\s+")).as(page).hasSizeLessThan(8);
    }
  }

  @Test
  void carriesTheOffersOfItsHomePageAsData() {
    for (SurfaceAdvert advert : campaign.on(Surface.SCRIPT_DATA)) {
      assertThat(body("/"))
          .contains("__NEXT_DATA__", advert.title(), advert.text().lines().findFirst().orElse("?"));
    }
    assertThat(body("/")).doesNotContain("Margate");
  }

  @Test
  void givesTheOtherOfferToItsScriptAlone() {
    assertThat(body("/new")).doesNotContain("Margate").contains("src=\"/app.js\"");
    assertThat(body("/app.js")).contains("/offers.json");
    assertThat(body("/offers.json")).contains("Margate");
  }

  @Test
  void leadsFromItsHomePageToTheOther() {
    assertThat(body("/")).contains("<a href=\"/new\">");
    assertThat(body("/robots.txt")).contains("Allow: /");
    assertThat(site.findPage("/elsewhere")).isEmpty();
  }

  private String body(String target) {
    return site.findPage(target).map(ServedPage::body).orElseThrow();
  }
}
