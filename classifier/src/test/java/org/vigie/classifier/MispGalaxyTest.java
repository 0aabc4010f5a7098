package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MispGalaxyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Taxonomy taxonomy;
  private static JsonNode galaxy;
  private static JsonNode clusters;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
    galaxy = JSON.readTree(MispGalaxy.of(taxonomy).galaxy());
    clusters = JSON.readTree(MispGalaxy.of(taxonomy).clusters());
  }

  @Test
  void joinsBothFilesByTypeAndIdAndShowsEachCategory() {
    List<String> shown = new ArrayList<>();
    galaxy.path("kill_chain_order").path("indicators").forEach(each -> shown.add(each.asText()));

    for (String part : List.of("name", "type", "uuid", "version", "description")) {
      assertThat(clusters.path(part)).as(part).isEqualTo(galaxy.path(part));
    }
    for (JsonNode cluster : clusters.path("values")) {
      String place = cluster.path("meta").path("kill_chain").path(0).asText();
      assertThat(shown).contains(place.substring("indicators:".length()));
    }
  }

  /** MISP takes tags that differ in case alone for one, and ids for the same thing everywhere. */
  @Test
  void holdsEveryRowOnceUnderANameAndAnIdOfItsOwn() {
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> uuids = new ArrayList<>(List.of(galaxy.path("uuid").asText()));
    for (JsonNode cluster : clusters.path("values")) {
      ids.add(cluster.path("meta").path("external_id").asText());
      names.add(cluster.path("value").asText().toLowerCase(Locale.ROOT));
      uuids.add(cluster.path("uuid").asText());
    }

    assertThat(ids).containsExactlyElementsOf(taxonomy.ids());
    assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.contains("\""));
    assertThat(uuids)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  }

  /** Its repository refuses what {@code jq --sort-keys} would format in another way. */
  @Test
  void standsAsJqWritesIt() {
    assertThat(MispGalaxy.of(taxonomy).galaxy())
        .startsWith("{\n  \"description\": \"Published")
        .contains("  \"kill_chain_order\": {\n    \"indicators\": [\n      \"organised\",\n")
        .endsWith("}\n");
  }
}
