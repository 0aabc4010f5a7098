package org.vigie.web.pages.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.HostileIndex;
import org.vigie.web.pages.ServedConsole;

class NetworkGraphTest {
  private static final List<String> TEXTS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "https://x.example.org/");

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder.resolve("graph"));
    HostileIndex.write(workspace, TEXTS);
    served = ServedConsole.on(workspace);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void tellsOfEveryEdgeOfTheTableWhyItIsThere() throws Exception {
    JsonNode graph = read("");
    Browser analyst = served.as("analyst");
    assertThat(graph.path("nodes").findValuesAsText("kind"))
        .containsExactly(
            "contact", "cluster", "contact", "contact", "contact", "contact", "contact", "contact",
            "contact", "cut");
    assertThat(graph.path("edges")).hasSize(8);
    for (JsonNode edge : graph.path("edges")) {
      assertThat(edge.path("note").asText()).isEqualTo("One advert of this text names the contact");
      String found = analyst.get(edge.path("path").asText()).body();
      assertThat(Jsoup.parse(found).select("[name=q]").val())
          .contains("cluster:\"" + edge.path("source").asText())
          .contains("contact:\"" + edge.path("target").asText().replace("\"", ""));
    }
    JsonNode cut = graph.path("nodes").get(9);
    assertThat(cut.path("note").asText()).contains("strangers share it", "one");
    assertThat(graph.path("nodes").findValuesAsText("label"))
        .contains("handle:hxxps://x[.]example[.]org/");
  }

  @Test
  void opensATextIntoItsAdvertsAndTheContactsThatEachNames() throws Exception {
    JsonNode within = read("?within=" + HostileIndex.clusterId(0));
    assertThat(within.path("nodes").findValuesAsText("kind")).hasSize(8).containsOnly("advert");
    List<String> contacts = new ArrayList<>();
    within
        .path("edges")
        .forEach(edge -> {
          if (edge.path("target").asText().startsWith("handle:")) {
            contacts.add(edge.path("note").asText());
          }
        });
    assertThat(contacts)
        .as("places in the texts")
        .isNotEmpty()
        .allMatch(note -> note.matches("Stands at \\d+–\\d+ of the advert's text as «.+»\\."));
    for (JsonNode edge : within.path("edges")) {
      assertThat(edge.path("label").asText()).startsWith("a-").contains(" – ");
      assertThat(edge.path("note").asText()).isNotBlank();
    }
    assertThat(read("?within=c-another").path("nodes")).isEmpty();
  }

  @Test
  void isServedWithItsScriptsFromHereAlone() throws Exception {
    Browser analyst = served.as("analyst");
    String page = analyst.get("/networks/" + HostileIndex.networkId(0)).body();
    assertThat(page)
        .contains("<script src=\"/assets/cytoscape.js\" defer></script>")
        .contains("<script src=\"/assets/graph.js\" defer></script>")
        .contains("id=\"__________cytoscape_stylesheet\"")
        .doesNotContain("<script>");
    assertThat(served.nobody().get("/assets/cytoscape.js").body()).contains("cytoscape");
    assertThat(analyst.get("/networks/n-none/graph").statusCode()).isEqualTo(404);
  }

  private static JsonNode read(String query) throws Exception {
    String path = "/networks/" + HostileIndex.networkId(0) + "/graph" + query;
    return new ObjectMapper().readTree(served.as("analyst").get(path).body());
  }
}
