package org.vigie.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a console says of its interface for programs, to hold answers against. */
record ApiDescription(JsonNode api) {
  /** Returns where an answer isn't as is said of its address: types, and what must be there. */
  List<String> faults(String address, JsonNode answer, String where) {
    JsonNode schema =
        api.at("/paths")
            .path("/api/v1" + address)
            .at("/get/responses/200/content")
            .path("application/json")
            .path("schema");
    List<String> faults = new ArrayList<>();
    hold(api, schema, answer, where, faults);
    return faults;
  }

  private static void hold(
      JsonNode api, JsonNode schema, JsonNode value, String where, List<String> faults) {
    if (schema.has("$ref")) {
      hold(api, api.at(schema.path("$ref").asText().substring(1)), value, where, faults);
      return;
    }
    if (schema.has("anyOf")) {
      if (!value.isNull()) {
        hold(api, schema.path("anyOf").path(0), value, where, faults);
      }
      return;
    }
    boolean right =
        switch (schema.path("type").asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> false;
        };
    if (!right) {
      faults.add(where + " is " + value.getNodeType() + " and not " + schema);
    }
    schema
        .path("required")
        .forEach(name -> {
          if (!value.has(name.asText())) {
            faults.add(where + " lacks " + name);
          }
        });
    schema
        .path("properties")
        .properties()
        .forEach(property -> {
          if (value.has(property.getKey())) {
            hold(
                api,
                property.getValue(),
                value.get(property.getKey()),
                where + "/" + property.getKey(),
                faults);
          }
        });
    if (schema.path("additionalProperties").isBoolean()) {
      value
          .fieldNames()
          .forEachRemaining(name -> {
            if (!schema.path("properties").has(name)) {
              faults.add(where + " has " + name + ", of which nothing is said");
            }
          });
    }
    value.forEach(item -> {
      if (schema.has("items")) {
        hold(api, schema.path("items"), item, where + "[]", faults);
      }
    });
  }
}
