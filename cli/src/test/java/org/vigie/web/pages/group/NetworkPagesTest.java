package org.vigie.web.pages.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Phrases;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.LargeNetwork;
import org.vigie.web.pages.ServedConsole;

/** What the page of a large network tells without its drawing. */
class NetworkPagesTest {
  private static final String PATH = "/networks/" + LargeNetwork.ID;

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    LargeNetwork.write(workspace);
    served = ServedConsole.on(workspace);
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void itsTablesHoldEveryEdgeOfTheDrawing() throws Exception {
    Set<String> drawn = new HashSet<>();
    for (JsonNode edge :
        new ObjectMapper().readTree(analyst.get(PATH + "/graph").body()).path("edges")) {
      drawn.add(edge.path("source").asText() + " " + edge.path("target").asText());
    }
    Set<String> listed = new HashSet<>();
    for (String next = PATH; !next.isEmpty(); ) {
      Document page = page(next);
      Element table = page.select("table:contains(Why each text)").first();
      for (Element row : table.select("tbody tr")) {
        listed.add(row.select("td code").first().text() + " " + row.select("th bdi").text());
      }
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(drawn).hasSizeGreaterThan(NetworkGraph.MOST_NODES);
    assertThat(listed).isEqualTo(drawn);
  }

  @Test
  void leadsToTheAlertsAboutIt() throws Exception {
    String alerts = page(PATH).select("a:contains(Alerts about it)").attr("href");

    assertThat(alerts).startsWith("/alerts?k=");
    assertThat(page(alerts).select("main").text()).contains(LargeNetwork.ID);
  }

  @Test
  void tellsHowTwoContactsAreJoinedAndOpensTextsWithoutAScript() throws Exception {
    Document page = page(PATH + "?from=phone:%2B33639980000&to=phone:%2B33639980002");
    Element way = page.select("table:contains(The shortest way)").first();
    assertThat(way.select("caption").text()).isEqualTo("The shortest way, over 4 edges");
    assertThat(way.select("tbody th").eachText())
        .startsWith("phone:+33639980000")
        .endsWith("phone:+33639980002");
    Element opens = way.select("a[href$=#opened]").first();

    Document opened = page(opens.attr("href").replace("#opened", ""));
    assertThat(opened.select("#opened tbody tr")).hasSize(LargeNetwork.MEMBERS);
    assertThat(opened.select("#opened tbody tr").first().text()).contains("phone:+33639980");
    assertThat(page(PATH + "?from=phone:%2B33639980000&to=phone:1").select("caption").text())
        .doesNotContain("shortest way");
  }

  @Test
  void saysHowMuchTheDrawingLeavesOut() throws Exception {
    List<NetworkEdge> edges = new ArrayList<>();
    for (int i = 0; i < NetworkGraph.MOST_NODES; i++) {
      edges.add(new NetworkEdge("c-" + i, "handle:" + i, 1));
    }
    NetworkProfile network =
        new NetworkProfile(
            LargeNetwork.ID,
            2_000,
            2_000,
            2_000,
            2_100,
            ServedConsole.START,
            ServedConsole.START,
            Map.of("c-1", 60L),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            edges,
            List.of("handle:strangers"),
            0.9,
            0.5);
    try (AdvertIndex index = AdvertIndex.open(new Workspace(folder).index())) {
      NetworkGraph graph = NetworkGraph.of(index, network, Phrases.in(Locale.ENGLISH));
      assertThat(graph.nodes()).hasSize(NetworkGraph.MOST_NODES);
      assertThat(graph.left()).startsWith("1,101 edges and contacts").contains("left out");
      NetworkGraph within =
          NetworkGraph.within(
              index,
              network,
              "c-1",
              NetworkGraph.membersOf("c-1", Duration.ofSeconds(30)),
              Phrases.in(Locale.FRENCH));
      assertThat(within.left()).startsWith("60 annonces plus anciennes");
    }
  }

  private static Document page(String path) throws Exception {
    return Jsoup.parse(analyst.get(path).body());
  }
}
