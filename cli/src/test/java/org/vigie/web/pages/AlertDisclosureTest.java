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
import org.vigie.casework.environment.Here;
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

  @Test
  void programsAreToldOneSentenceInListsAndMostOfNoMoreAdvertsAlone() throws Exception {
    try (ServedConsole served = ServedConsole.onDemo(folder, new DisclosureSettings(MOST, MOST))) {
      String token = served.token("analyst", Set.of(Scope.ALERTS, Scope.ADVERTS));
      Set<String> atLength = new TreeSet<>();
      int quotes = 0;
      for (JsonNode listed : asked(served, token, "/api/v1/alerts?limit=100").path("alerts")) {
        assertThat(listed.path("quotes").size()).isLessThanOrEqualTo(1);
        Map<String, Integer> quoted = new TreeMap<>();
        String path = "/api/v1/alerts/" + listed.path("id").asText();
        for (JsonNode quote : asked(served, token, path).path("quotes")) {
          quoted.merge(quote.path("advert").asText(), 1, Integer::sum);
          quotes++;
        }
        quoted.values().removeIf(times -> times == 1);
        atLength.addAll(quoted.keySet());
      }
      assertThat(atLength).hasSizeBetween(1, MOST);
      assertThat(quotes).isGreaterThan(MOST);
    }
  }

  @Test
  void theCommandLineListsOneSentenceOfEachAlert() throws Exception {
    try (ServedConsole served = ServedConsole.onDemo(folder)) {
      Here here = Here.in(folder).onRealTime();
      String place = served.workspace.root().toString();
      assertThat(here.vigie("alerts", "--json", "--workspace", place)).as(here.err()).isZero();
      JsonNode alerts = new ObjectMapper().readTree(here.out());
      assertThat(alerts).isNotEmpty();
      for (JsonNode alert : alerts) {
        assertThat(alert.path("quotes").size()).isLessThanOrEqualTo(1);
      }
    }
  }

  private static JsonNode asked(ServedConsole served, String token, String path) throws Exception {
    HttpResponse<String> answer = served.nobody().get(path, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
