package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.Scope;

/** What the pages of alerts quote of an advert counts as it would if it stood on its own page. */
class AlertDisclosureTest {
  private static final int MOST = 2;

  @TempDir Path folder;

  @Test
  void alertAfterAlertTellsMostOfNoMoreAdvertsThanTheBudgetHasRoomFor() throws Exception {
    try (ServedConsole served = ServedConsole.onDemo(folder, new DisclosureSettings(MOST, MOST))) {
      String token = served.token("analyst", Set.of(Scope.ALERTS));
      JsonNode alerts =
          new ObjectMapper()
              .readTree(
                  served
                      .nobody()
                      .get("/api/v1/alerts?limit=100", "Authorization", "Bearer " + token)
                      .body());
      Browser analyst = served.as("analyst");
      Set<String> atLength = new TreeSet<>();
      int shortened = 0;
      for (JsonNode alert : alerts.path("alerts")) {
        HttpResponse<String> page = analyst.get("/alerts/" + alert.path("id").asText());
        assertThat(page.statusCode()).as("it can still be handled").isEqualTo(200);
        assertThat(page.body()).contains("/assignment");
        Map<String, Integer> quotes = new TreeMap<>();
        for (Element link : Jsoup.parse(page.body()).select("p.said a")) {
          quotes.merge(link.attr("href"), 1, Integer::sum);
        }
        quotes.forEach((advert, times) -> {
          if (times > 1) {
            atLength.add(advert);
          }
        });
        shortened += page.body().contains("Of each advert one sentence is shown") ? 1 : 0;
      }

      assertThat(atLength).hasSizeBetween(1, MOST);
      assertThat(shortened).isPositive();
      assertThat(analyst.get(atLength.iterator().next()).statusCode()).isEqualTo(200);
    }
  }
}
