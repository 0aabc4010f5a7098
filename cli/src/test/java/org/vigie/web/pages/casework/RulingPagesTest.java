package org.vigie.web.pages.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** What an analyst rules of clusters on their pages, and what the stream makes of it. */
class RulingPagesTest {
  private static final String WHY = "the same agency's footer and nothing else";

  @TempDir Path folder;
  private ServedConsole served;
  private Browser analyst;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
    analyst = served.as("analyst");
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void takeAClusterApartUntilAnotherPersonUndoesIt() throws Exception {
    List<String> before = clusters();
    String path = before.getFirst();

    Document said =
        Jsoup.parse(
            analyst.post(path + "/rulings", Map.of("ruling", "no-campaign", "why", WHY)).body());
    assertThat(said.select("section.human article").text())
        .contains("analyst: not one campaign")
        .contains(WHY);
    assertThat(Jsoup.parse(analyst.get(path).body()).select("section.human").text())
        .contains("analyst: not one campaign");
    assertThat(served.traces)
        .anyMatch(trace ->
            trace.startsWith("analyst alteration post /clusters/{id}/rulings")
                && trace.contains("ruling=no-campaign"));

    run();
    assertThat(clusters()).isEqualTo(before.subList(1, before.size()));
    assertThat(analyst.get(path).statusCode()).isEqualTo(404);

    Browser other = served.as("analyst-2");
    String undoing = said.select("form[action$=/undoing]").attr("action");
    Document undone =
        Jsoup.parse(other.post(undoing, Map.of("why", "the numbers are in one hand")).body());
    assertThat(undone.select("ol.timeline").text())
        .contains(WHY)
        .containsPattern("Undone .* analyst-2: the numbers are in one hand");
    assertThat(undone.select("form[action$=/undoing]")).isEmpty();
    assertThat(other.post(undoing, Map.of("why", "the numbers are in one hand")).statusCode())
        .as("twice")
        .isEqualTo(404);

    run();
    assertThat(clusters()).isEqualTo(before);
  }

  @Test
  void makeTwoClustersOne() throws Exception {
    readACampaign();
    List<String> before = clusters();
    String other = before.get(1).substring("/clusters/".length());

    analyst.post(
        before.getFirst() + "/rulings", Map.of("ruling", "together", "cluster", other, "why", WHY));
    run();

    assertThat(clusters()).hasSize(before.size() - 1);
    assertThat(heading(before.get(1)))
        .as("a former name leads to what it is now")
        .isEqualTo(heading(before.get(0)));
  }

  @Test
  void setApartTheAdvertsThatAreTicked() throws Exception {
    List<String> before = clusters();
    Document cluster = Jsoup.parse(analyst.get(before.getFirst()).body());
    List<String> adverts = cluster.select("input[form=split][name=advert]").eachAttr("value");
    assertThat(adverts.size()).isGreaterThan(2);

    analyst.post(
        before.getFirst() + "/rulings",
        Map.of("ruling", "apart", "advert", adverts.getFirst(), "why", WHY));
    run();

    String own = analyst.get("/adverts/" + adverts.getFirst()).body();
    String others = analyst.get("/adverts/" + adverts.getLast()).body();
    assertThat(own).doesNotContain("href=\"/clusters/c-");
    assertThat(others).contains("href=\"/clusters/c-");
  }

  @Test
  void areRefusedWithoutGroundsOrSense() throws Exception {
    String path = clusters().getFirst();
    String id = path.substring("/clusters/".length());
    List<String> all =
        Jsoup.parse(analyst.get(path).body())
            .select("input[form=split][name=advert]")
            .eachAttr("value");
    Map<String, String> nobody = new HashMap<>(Map.of("ruling", "apart", "why", WHY));
    for (Map<String, String> form :
        List.of(
            nobody,
            Map.of("ruling", "apart", "why", WHY, "advert", "a-00000000000000000000"),
            Map.of("ruling", "together", "why", WHY, "cluster", "c-none"),
            Map.of("ruling", "together", "why", WHY, "cluster", id),
            Map.of("ruling", "no-campaign", "why", "short"),
            Map.of("ruling", "nonsense", "why", WHY))) {
      assertThat(analyst.post(path + "/rulings", form).statusCode()).as("%s", form).isEqualTo(422);
    }
    assertThat(all).isNotEmpty();
    assertThat(analyst.post("/clusters/c-none/rulings", Map.of("why", WHY)).statusCode())
        .isEqualTo(404);
    assertThat(analyst.get("/rulings").body()).contains("Nobody has ruled on a cluster");
  }

  /** Reads adverts that are like one another and like none of the examples. */
  private void readACampaign() {
    StringBuilder lines = new StringBuilder();
    for (String town : List.of("Athlone", "Sligo", "Tralee")) {
      lines.append(
          """
          {"text":"Seasonal pickers wanted for a strawberry farm near %s, six mornings every week, \
          gloves and boots are lent, lunch at noon beside the polytunnels, ask for the foreman"}
          """
              .formatted(town));
    }
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    here.piped(lines.toString());
    assertThat(here.vigie("run", "--input", "-")).as(here.err()).isZero();
    served.clock.pass(Duration.ofMinutes(1));
  }

  private String heading(String path) throws Exception {
    return Jsoup.parse(analyst.get(path).body()).select("h1").text();
  }

  private void run() {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("run")).as(here.err()).isZero();
    served.clock.pass(Duration.ofMinutes(1));
  }

  private List<String> clusters() throws Exception {
    return new ArrayList<>(
            Jsoup.parse(analyst.get("/clusters").body())
                .select("main a[href^=/clusters/]")
                .eachAttr("href"))
        .stream().distinct().sorted().toList();
  }
}
