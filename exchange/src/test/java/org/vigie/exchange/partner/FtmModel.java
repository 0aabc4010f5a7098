package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** FollowTheMoney's own model, asked about one entity. */
final class FtmModel {
  private FtmModel() {}

  static void check(JsonNode model, JsonNode entity) {
    String schema = entity.path("schema").asText();
    Map<String, JsonNode> known = new HashMap<>();
    Set<String> required = new HashSet<>();
    collect(model, schema, known, required);
    Set<String> said = new HashSet<>();
    entity
        .path("properties")
        .properties()
        .forEach(property -> {
          said.add(property.getKey());
          assertThat(known).as(schema).containsKey(property.getKey());
          JsonNode values = model.path("types").path(type(known, property.getKey())).path("values");
          for (JsonNode value : property.getValue()) {
            assertThat(value.isTextual()).isTrue();
            if (values.isObject()) {
              assertThat(values.has(value.asText())).as(value.asText()).isTrue();
            }
          }
        });
    assertThat(said).as(schema).containsAll(required);
  }

  private static String type(Map<String, JsonNode> known, String property) {
    JsonNode definition = known.get(property);
    return definition == null ? "string" : definition.path("type").asText("string");
  }

  private static void collect(
      JsonNode model, String schema, Map<String, JsonNode> known, Set<String> required) {
    JsonNode node = model.path("schemata").path(schema);
    assertThat(node.isObject()).as(schema).isTrue();
    node.path("extends").forEach(parent -> collect(model, parent.asText(), known, required));
    node.path("properties").properties().forEach(each -> known.put(each.getKey(), each.getValue()));
    node.path("required").forEach(name -> required.add(name.asText()));
  }
}
