package org.vigie.web.pages.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.Severity;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** The inbox of alerts. */
class AlertPagesTest {
  private static final String ONE = "c-00000000000000000001";
  private static final String OTHER = "c-00000000000000000002";

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    served =
        ServedConsole.ofIndex(
            folder,
            writer -> {
              writer.put(alert("campaign", ONE, Severity.URGENT));
              writer.put(alert("campaign", OTHER, Severity.WARNING));
              writer.put(alert("cross-channel", ONE, Severity.NOTICE));
            });
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void standOneAfterAnotherTheMostSevereFirst() throws Exception {
    Document page = page("");

    assertThat(page.select("h2.group")).isEmpty();
    assertThat(page.select(".alert h2").eachText())
        .containsExactly("campaign of " + ONE, "campaign of " + OTHER, "cross-channel of " + ONE);
  }

  @Test
  void sayTheirOrderAboveTheList() throws Exception {
    assertThat(page("").select("main p.order ~ article.alert")).hasSize(3);
    assertThat(page("").select("p.order").text()).startsWith("Open alerts first, then the others");
    assertThat(Jsoup.parse(analyst.get("/alerts").body()).select("p.order").text())
        .isEqualTo(
            "Urgent first, then warnings, then notices; in each those that quote the most signs of"
                + " control (documents kept, debt, wages withheld, no freedom to leave, threats),"
                + " then those of the most adverts, then the newest.");
  }

  @Test
  void standTogetherByWhatTheyAreAbout() throws Exception {
    Document page = page("&group=subject");

    assertThat(groups(page))
        .isEqualTo(
            Map.of(
                ONE + " 2 alerts", List.of("campaign of " + ONE, "cross-channel of " + ONE),
                OTHER + " one alert", List.of("campaign of " + OTHER)));
    assertThat(page.select("h2.group a").first().attr("href")).isEqualTo("/clusters/" + ONE);
  }

  @Test
  void standTogetherByTheirRule() throws Exception {
    assertThat(groups(page("&group=rule")))
        .isEqualTo(
            Map.of(
                "campaign 2 alerts", List.of("campaign of " + ONE, "campaign of " + OTHER),
                "cross-channel one alert", List.of("cross-channel of " + ONE)));
  }

  @Test
  void keepTheirGroupsWhereTheFilterIsChanged() throws Exception {
    assertThat(page("&group=rule").select("a[href='/alerts?status=mine&group=rule']")).hasSize(1);
  }

  private static Map<String, List<String>> groups(Document page) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    String group = "";
    for (Element heading : page.select("main h2")) {
      if (heading.hasClass("group")) {
        group = heading.text();
      } else {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(heading.text());
      }
    }
    return groups;
  }

  private static Document page(String more) throws Exception {
    return Jsoup.parse(analyst.get("/alerts?status=all" + more).body());
  }

  private static Alert alert(String rule, String cluster, Severity severity) {
    return new Alert(
        Alert.idOf(rule, "1", cluster),
        rule,
        "1",
        cluster,
        severity,
        Instant.parse("2026-01-05T08:00:00Z"),
        rule + " of " + cluster,
        List.of("for a reason"),
        List.of(),
        "job-board",
        null,
        "risk-group-1",
        "taxonomy-2");
  }
}
