package org.vigie.cli.command.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.world.World;
import org.vigie.world.surface.SurfaceCampaign;

/** What was planted in the demo's web, written beside what Vigie finds in it. */
final class DemoTruth {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final JsonNode truth;

  private DemoTruth(JsonNode truth) {
    this.truth = truth;
  }

  static DemoTruth of(World world, SurfaceCampaign surfaces) {
    ObjectNode truth = JSON.valueToTree(world.truth());
    ObjectNode beside = truth.putObject("surfaces");
    beside.put("name", SurfaceCampaign.NAME).put("contact", SurfaceCampaign.CONTACT);
    ArrayNode planted = beside.putArray("planted");
    surfaces
        .planted()
        .forEach((surface, adverts) ->
            planted
                .addObject()
                .put("surface", surface.words())
                .put("place", surface.place())
                .put("needs", surface.needs())
                .put("adverts", adverts));
    return new DemoTruth(truth);
  }

  /** Returns where the truth is written. */
  static Path file(Workspace workspace) {
    return workspace.root().resolve("truth.json");
  }

  /** Writes the truth, and the watchlist in it as stored queries. */
  void write(Workspace workspace) throws IOException {
    JSON.writeValue(file(workspace).toFile(), truth);
    ArrayNode queries = JSON.createArrayNode();
    for (JsonNode watched : truth.path("watched")) {
      ObjectNode query = queries.addObject();
      query.put("name", watched.path("name").asText());
      query.put("version", "1");
      query.put("query", watched.path("query").asText());
      query.put("severity", "warning");
    }
    new YAMLMapper()
        .writeValue(workspace.queries().toFile(), JSON.createObjectNode().set("queries", queries));
  }
}
