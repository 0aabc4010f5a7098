package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas of STIX 2.1, which refer to each other by addresses that nothing asks for. */
final class StixSchemas {
  private final Map<String, String> files;
  private final SchemaRegistry registry;

  private StixSchemas(Map<String, String> files, SchemaRegistry registry) {
    this.files = files;
    this.registry = registry;
  }

  static StixSchemas load(Path folder) throws IOException {
    Map<String, String> byId = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(each -> each.toString().endsWith(".json")).toList()) {
        String text = Files.readString(file);
        String id = new ObjectMapper().readTree(text).path("$id").asText();
        byId.put(id, text);
        ids.put(folder.relativize(file).toString(), id);
      }
    }
    return new StixSchemas(
        ids,
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId)));
  }

  String fileOf(String type) {
    return files.keySet().stream()
        .filter(file -> file.endsWith("/" + type + ".json"))
        .findFirst()
        .orElseThrow();
  }

  Set<String> problems(String file, JsonNode node) {
    SchemaLocation location = SchemaLocation.of(String.valueOf(files.get(file)));
    return Set.copyOf(new AuthoritySchema(registry.getSchema(location)).problems(node));
  }
}
