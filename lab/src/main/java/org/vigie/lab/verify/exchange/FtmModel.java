package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** FollowTheMoney's own model, asked about one entity. */
final class FtmModel {
  private final JsonNode model;

  FtmModel(JsonNode model) {
    this.model = model;
  }

  List<String> problems(JsonNode entity) {
    List<String> problems = new ArrayList<>();
    String schema = entity.path("schema").asText();
    Map<String, JsonNode> known = new HashMap<>();
    Set<String> required = new HashSet<>();
    if (!collect(schema, known, required)) {
      problems.add("no schema is called " + schema);
    }
    for (Map.Entry<String, JsonNode> property : entity.path("properties").properties()) {
      required.remove(property.getKey());
      JsonNode definition = known.get(property.getKey());
      if (definition == null) {
        problems.add("%s has no property %s".formatted(schema, property.getKey()));
      } else {
        problems.addAll(ofValues(definition, property.getValue()));
      }
    }
    required.forEach(name -> problems.add("%s must have %s".formatted(schema, name)));
    return problems;
  }

  private List<String> ofValues(JsonNode definition, JsonNode values) {
    List<String> problems = new ArrayList<>();
    String type = definition.path("type").asText("string");
    JsonNode allowed = model.path("types").path(type).path("values");
    for (JsonNode value : values) {
      if (!value.isTextual() || (allowed.isObject() && !allowed.has(value.asText()))) {
        problems.add("a value is no " + type);
      }
    }
    return problems;
  }

  /** Collects what a schema and those that it extends have; returns whether there are such. */
  private boolean collect(String schema, Map<String, JsonNode> known, Set<String> required) {
    JsonNode node = model.path("schemata").path(schema);
    boolean isThere = node.isObject();
    for (JsonNode parent : node.path("extends")) {
      isThere &= collect(parent.asText(), known, required);
    }
    node.path("properties").properties().forEach(each -> known.put(each.getKey(), each.getValue()));
    node.path("required").forEach(name -> required.add(name.asText()));
    return isThere;
  }
}
