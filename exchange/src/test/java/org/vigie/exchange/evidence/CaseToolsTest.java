package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Assessment;
import org.vigie.advert.Provenance;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.build.Build;
import org.vigie.files.digest.Sha256;

/** The tools that a graph names: what captured, what assessed and with which list. */
class CaseToolsTest {
  private static final Assessment ASSESSMENT = Adverts.advert(null).assessments().getFirst();
  private static final String MODEL_HASH = "ab".repeat(32);
  private static final String TAXONOMY_HASH = "sha256:" + "cd".repeat(32);

  @TempDir Path folder;

  @Test
  void areModelsWithVersionAndHashesAndTheTaxonomyAsWhatTheyAreSetUpWith() throws Exception {
    JsonNode graph = graph(null);

    JsonNode tool = instrument(graph, "assessed by a machine");
    assertThat(tool.path("uco-core:name").asText()).isEqualTo(ASSESSMENT.model());
    assertThat(tool.path("uco-tool:version").asText())
        .as("not the taxonomy's")
        .isEqualTo(ASSESSMENT.model().substring(ASSESSMENT.model().lastIndexOf('-') + 1));
    List<String> files = new ArrayList<>();
    for (JsonNode node : graph) {
      if (node.at("/uco-core:target/@id").equals(tool.path("@id"))) {
        JsonNode file = byId(graph, node.at("/uco-core:source/@id").asText());
        files.add(
            file.at("/uco-core:hasFacet/0/uco-observable:fileName").asText()
                + " "
                + file.at("/uco-core:hasFacet/1/uco-observable:hash/uco-types:hashValue/@value")
                    .asText());
      }
    }
    assertThat(files).containsExactly(ASSESSMENT.model() + "/model.bin " + MODEL_HASH);
    JsonNode taxonomy = byId(graph, tool.at("/uco-configuration:usesConfiguration/@id").asText());
    assertThat(taxonomy.findValuesAsText("uco-configuration:itemValue"))
        .containsExactly(ASSESSMENT.taxonomy(), TAXONOMY_HASH);
  }

  @Test
  void areOursForWhatWasReadFromAFile() throws Exception {
    JsonNode graph = graph(null);

    JsonNode tool = instrument(graph, "taken in from a file");
    assertThat(tool.path("uco-core:name").asText()).isEqualTo("Vigie");
    assertThat(tool.path("uco-tool:version").asText()).isEqualTo("9.8.7");
  }

  @Test
  void areWhatACaptureSaysOfItself() throws Exception {
    Path captures = Files.createDirectories(folder.resolve("captures"));
    JsonNode ours = instrument(graph(CapturedPage.in(captures)), "captured");
    JsonNode foreign =
        instrument(graph(foreign("software: Wget/1.21.3 (linux-gnu)\r\n")), "captured");

    assertThat(ours.path("uco-core:description").asText()).contains(Build.product());
    assertThat(foreign.path("uco-core:name").asText()).isEqualTo("Wget");
    assertThat(foreign.path("uco-tool:version").asText()).isEqualTo("1.21.3");
  }

  @Test
  void areNotPutDownForACaptureThatDoesNotTell() throws Exception {
    JsonNode graph = graph(foreign("operator: somebody\r\n"));

    assertThat(named(graph, "captured").has("uco-action:instrument")).isFalse();
  }

  private Provenance foreign(String info) throws Exception {
    String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Passport is kept";
    String first = record("warcinfo", "Content-Type: application/warc-fields", info);
    String second =
        record(
            "response",
            "WARC-Target-URI: https://example.org/jobs/7\r\n"
                + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                + "Content-Type: application/http;msgtype=response",
            page);
    Path captures = Files.createDirectories(folder.resolve("captures"));
    Files.writeString(captures.resolve("foreign.warc"), first + second);
    return new Provenance("foreign.warc", first.length(), "", Adverts.NOON);
  }

  private static String record(String type, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2026-03-01T12:00:00Z\r\n%s\r\n"
            + "Content-Length: %d\r\n\r\n%s\r\n\r\n")
        .formatted(type, headers, length, body);
  }

  private JsonNode graph(@Nullable Provenance place) throws Exception {
    Dossier plain = Dossiers.of(place, WithheldCaptures.nothing());
    TreeMap<String, String> models =
        new TreeMap<>(
            Map.of(
                ASSESSMENT.model() + "/model.bin",
                "sha256:" + MODEL_HASH,
                "other-1/model.bin",
                "sha256:" + "ef".repeat(32),
                "taxonomy.yaml",
                TAXONOMY_HASH));
    Dossier dossier =
        new Dossier(
            plain.mandate(),
            plain.handover(),
            plain.items(),
            plain.pointers(),
            plain.withheld(),
            new Dossier.Making("ana", Adverts.NOON, "Vigie 9.8.7", models));
    String name = "made-" + Sha256.hex(String.valueOf(place)).substring(0, 8);
    Path made = folder.resolve(name);
    new EvidencePackage(
            folder.resolve("captures"),
            SigningKey.make(folder.resolve(name + ".pem")),
            Locale.ENGLISH)
        .write(dossier, made, (content, hash) -> {});
    return new ObjectMapper().readTree(made.resolve("data/case.jsonld").toFile()).get("@graph");
  }

  private static JsonNode instrument(JsonNode graph, String action) {
    return byId(graph, named(graph, action).at("/uco-action:instrument/@id").asText());
  }

  private static JsonNode named(JsonNode graph, String name) {
    return only(graph, "uco-core:name", name);
  }

  private static JsonNode byId(JsonNode graph, String id) {
    return only(graph, "@id", id);
  }

  private static JsonNode only(JsonNode graph, String key, String value) {
    for (JsonNode node : graph) {
      if (node.path(key).asText().equals(value)) {
        return node;
      }
    }
    throw new AssertionError("a node must have the " + key + " " + value + ", but none has");
  }
}
