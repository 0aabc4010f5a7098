package org.vigie.web.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Scope;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;

class SearchPagesTest {
  private static final Pattern COUNT =
      Pattern.compile(
          "<a href=\"(/\\?k=[^\"]*)\"[^>]*><bdi>[^<]*</bdi> <span class=\"count\">(\\d+)");

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void saysWhatOfASearchIsLeftOut() throws Exception {
    Browser analyst = served.as("analyst");
    assertThat(analyst.get("/?q=visa&from=31.1.2026").body()).contains("is left out");
    for (String day : List.of("%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01")) {
      HttpResponse<String> page = analyst.get("/?q=visa&to=" + day);
      assertThat(page.statusCode()).as(day).isEqualTo(200);
      assertThat(page.body()).as(day).contains("is left out");
    }
    assertThat(analyst.get("/?q=passport&to=9999-12-31").body()).contains("class=\"card\"");
    String many = "&f=lang:en".repeat(21);
    assertThat(analyst.get("/?q=visa" + many).body()).contains("the first 20 count");
    assertThat(analyst.get("/?q=visa&from=2026-01-31&f=lang:en").body())
        .doesNotContain("left out", "the first 20 count");
  }

  @Test
  void saysThatAValueIsNoneAndWhatWasMeant() throws Exception {
    Browser analyst = served.as("analyst");
    assertThat(analyst.get("/?q=country:France").body())
        .contains("the code of a country, such as FR");
    assertThat(analyst.get("/?q=lang:xx").body()).contains("the code of a language");
    analyst.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(analyst.get("/?q=indicator:LX-99").body())
        .contains("l’identifiant d’un indicateur, comme LX-0");
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    HttpResponse<String> answer =
        served
            .nobody()
            .get("/api/v1/adverts?query=country:France", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("such as FR");
  }

  @Test
  void writesNumbersAsTheLanguageDoes() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(analyst.get("/?q=work").body())
        .containsPattern("class=\"number\">(?:0,[0-9]{2}|plus de 0,99)<")
        .contains("≥ 0,5")
        .doesNotContainPattern(">[^<]*\\b[0-9]\\.[0-9]{2}\\b[^<]*</span>");
  }

  @Test
  void countsInEachFacetWhatChoosingItsValueFinds() throws Exception {
    Browser analyst = served.as("analyst");
    String page = analyst.get("/?q=work").body();
    assertThat(page)
        .contains("Channel", "Site", "Language", "Country", "Place", "Indicator")
        .contains("Grade of evidence", "Risk", "Looks like", "Adverts in the cluster")
        .contains("Status", "online")
        .doesNotContain("There or gone");
    assertThat(page.indexOf("name=\"from\"")).isLessThan(page.indexOf("name=\"q\""));
    Matcher values = COUNT.matcher(page);
    int asked = 0;
    while (values.find()) {
      String found = analyst.get(values.group(1).replace("&amp;", "&")).body();
      String total = values.group(2).equals("1") ? "One advert" : values.group(2) + " adverts";
      assertThat(found).as(values.group(1)).contains(total + " match");
      asked++;
    }
    assertThat(asked).isGreaterThan(20);
  }

  @Test
  void tellsNothingOfHiddenVerdictsByFacetOrderOrQuery() throws Exception {
    Browser analyst = served.as("analyst-2");
    String byTime = ids(analyst.get("/?order=newest").body()).toString();
    String byRisk = ids(analyst.get("/?order=risk").body()).toString();
    assertThat(byRisk).isNotEqualTo(byTime);
    analyst.post("/blind", Map.of("blind", "on", "next", "/"));

    for (String path :
        List.of(
            "/",
            "/?order=risk",
            "/?order=relevance",
            "/?risk=90",
            "/?f=outcome%3A%22risk%22",
            "/?f=%28risk%3E%3D0.9%29")) {
      String page = analyst.get(path).body();
      assertThat(ids(page).toString()).as(path).isEqualTo(byTime);
      // What was asked stands in the page for the way back alone.
      assertThat(page.replaceAll("name=\"next\" value=\"[^\"]*\"", ""))
          .as(path)
          .doesNotContain(
              "Looks like", "outcome%3A", "risk%3", "name=\"risk\"", "class=\"reason\"");
    }
    for (String query : List.of("outcome:risk", "-risk%3C0.5", "work%20%28outcome:bus*%29")) {
      String page = analyst.get("/?q=" + query).body();
      assertThat(ids(page)).as(query).isEmpty();
      assertThat(page).contains("its answer would tell them");
    }
  }

  @Test
  void keepsTheSearchWhenTheLanguageIsChanged() throws Exception {
    Browser analyst = served.as("analyst");
    String page = analyst.get("/?q=orchard&from=2026-01-01&order=newest").body();
    String next = Found.group(page, "action=\"/language\">[^/]*name=\"next\" value=\"([^\"]+)\"");
    HttpResponse<String> french =
        analyst.post("/language", Map.of("language", "fr", "next", next.replace("&amp;", "&")));

    assertThat(french.body())
        .contains("<html lang=\"fr\"", "value=\"orchard\"", "value=\"2026-01-01\"");
    analyst.post("/language", Map.of("language", "en", "next", "/"));
  }

  @Test
  void marksAssignsAndFilesTheAdvertsThatAreTicked() throws Exception {
    Browser lead = served.as("case-lead");
    String file = lead.post("/cases", Map.of("title", "An operation")).uri().getPath();
    String page = lead.get("/?q=passport").body();
    List<String> ids = ids(page);
    String two = "advert=" + ids.get(0) + "&advert=" + ids.get(1) + "&next=%2F%3Fq%3Dpassport";
    served.traces.clear();

    for (String change :
        List.of(
            "change=tag&tag=orchard+ring",
            "change=assign&assignee=analyst-2",
            "change=file&case=" + file.substring("/cases/".length()))) {
      HttpResponse<String> done = lead.raw("POST", "/marks", two + "&" + change);
      assertThat(done.statusCode()).as(change).isEqualTo(303);
      String back = done.headers().firstValue("Location").orElseThrow();
      assertThat(lead.get(back).body()).contains("name=\"q\" value=\"passport\"");
    }
    assertThat(served.traces.getFirst())
        .startsWith("case-lead alteration post /marks advert=" + ids.getFirst());
    assertThat(lead.get("/?q=passport").body()).contains("#orchard ring", "@analyst-2");
    assertThat(lead.get("/worklist?tag=orchard%20ring").body()).contains(ids.get(0), ids.get(1));
    assertThat(served.as("analyst-2").get("/worklist").body()).contains(ids.get(0), ids.get(1));
    assertThat(lead.get(file).body()).contains(ids.get(0), ids.get(1));

    lead.raw("POST", "/marks", "advert=" + ids.get(0) + "&change=untag&tag=orchard+ring");
    assertThat(lead.get("/worklist?tag=orchard%20ring").body())
        .doesNotContain(ids.get(0))
        .contains(ids.get(1));
  }

  @Test
  void refusesMarksOnNothingOfNothingAndForNobody() throws Exception {
    Browser analyst = served.as("analyst");
    String id = ids(analyst.get("/?q=passport").body()).getFirst();
    for (String form :
        List.of(
            "change=tag&tag=alone",
            "advert=" + id + "&change=tag&tag=",
            "advert=" + id + "&change=tag&tag=%3Cb%3E",
            "advert=" + id + "&change=tag&tag=" + "x".repeat(41),
            "advert=" + id + "&change=assign&assignee=auditor",
            "advert=" + id + "&change=file&case=k-999",
            "advert=" + id + "&change=else")) {
      assertThat(analyst.raw("POST", "/marks", form).statusCode()).as(form).isEqualTo(422);
    }
    assertThat(analyst.raw("POST", "/marks", "advert=a-0&change=tag&tag=x").statusCode())
        .isEqualTo(404);
  }

  @Test
  void findsMoreLikeAnAdvert() throws Exception {
    Browser analyst = served.as("analyst");
    Document page = Jsoup.parse(analyst.get("/?q=passport").body());
    String like = analyst.get(page.select("a:contains(More like this)").attr("href")).body();
    String query = Jsoup.parse(like).select("[name=q]").val();
    assertThat(query).startsWith("like:a-");
    assertThat(ids(like)).isNotEmpty().doesNotContain(query.substring("like:".length()));
  }

  private static List<String> ids(String page) {
    List<String> ids = new ArrayList<>();
    Matcher boxes = Pattern.compile("name=\"advert\" value=\"(a-[^\"]+)\"").matcher(page);
    while (boxes.find()) {
      ids.add(boxes.group(1));
    }
    return ids;
  }
}
