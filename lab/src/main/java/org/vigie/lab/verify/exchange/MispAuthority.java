package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.exchange.partner.PartnerFormat;

/** MISP's schema of an event, its templates of objects and its types of attributes. */
final class MispAuthority implements Authority {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "MISP attributes";
  }

  @Override
  public String folder() {
    return "misp";
  }

  @Override
  public Judgement judge(Path misp, InventedLeads leads, Path work) throws Exception {
    JsonNode event = JSON.readTree(leads.written(PartnerFormat.MISP));
    AuthoritySchema schema =
        AuthoritySchema.draft4(Files.readString(misp.resolve("core-format/schema.json")));
    List<String> problems = new ArrayList<>(schema.problems(flat(event)));
    for (JsonNode object : event.path("Event").path("Object")) {
      problems.addAll(ofTemplate(misp, object));
    }
    List<JsonNode> attributes = attributes(event);
    problems.addAll(ofTypes(misp, attributes));
    Set<String> referred = new HashSet<>(event.findValuesAsText("referenced_uuid"));
    referred.removeAll(event.findValuesAsText("uuid"));
    referred.forEach(id -> problems.add("nothing has the uuid " + id));
    JsonNode wrong =
        JSON.readTree(misp.resolve("core-format/examples/event-null-field-invalid.json").toFile());
    return new Judgement(attributes.size(), problems, !schema.problems(wrong).isEmpty());
  }

  /** The schema has no objects: it sees their attributes as the event's own. */
  private static JsonNode flat(JsonNode event) {
    ObjectNode flat = event.deepCopy();
    ArrayNode all = ((ObjectNode) flat.path("Event")).withArray("Attribute");
    for (JsonNode object : flat.path("Event").path("Object")) {
      for (JsonNode attribute : object.path("Attribute")) {
        all.add(((ObjectNode) attribute.deepCopy()).without("object_relation"));
      }
    }
    ((ObjectNode) flat.path("Event")).remove("Object");
    return flat;
  }

  private static List<JsonNode> attributes(JsonNode event) {
    List<JsonNode> attributes = new ArrayList<>();
    event.path("Event").path("Attribute").forEach(attributes::add);
    event
        .path("Event")
        .path("Object")
        .forEach(object -> object.path("Attribute").forEach(attributes::add));
    return attributes;
  }

  private static List<String> ofTemplate(Path misp, JsonNode object) throws IOException {
    List<String> problems = new ArrayList<>();
    String name = object.path("name").asText();
    JsonNode template =
        JSON.readTree(misp.resolve("misp-objects/objects/" + name + ".json").toFile());
    for (String[] pair :
        new String[][] {
          {"template_uuid", "uuid"},
          {"template_version", "version"},
          {"meta-category", "meta-category"}
        }) {
      if (!object.path(pair[0]).asText().equals(template.path(pair[1]).asText())) {
        problems.add(name + " has another " + pair[0]);
      }
    }
    Set<String> relations = new HashSet<>();
    for (JsonNode attribute : object.path("Attribute")) {
      String relation = attribute.path("object_relation").asText();
      relations.add(relation);
      JsonNode type = template.path("attributes").path(relation).path("misp-attribute");
      if (!attribute.path("type").equals(type)) {
        problems.add("%s has no %s of that type".formatted(name, relation));
      }
    }
    boolean hasOne = false;
    for (JsonNode needed : template.path("requiredOneOf")) {
      hasOne |= relations.contains(needed.asText());
    }
    if (!hasOne) {
      problems.add(name + " has none of what it requires one of");
    }
    return problems;
  }

  private static List<String> ofTypes(Path misp, List<JsonNode> attributes) throws IOException {
    JsonNode types =
        JSON.readTree(misp.resolve("core-format/describeTypes.json").toFile())
            .path("result")
            .path("category_type_mappings");
    List<String> problems = new ArrayList<>();
    for (JsonNode attribute : attributes) {
      Set<String> allowed = new HashSet<>();
      types.path(attribute.path("category").asText()).forEach(type -> allowed.add(type.asText()));
      if (!allowed.contains(attribute.path("type").asText())) {
        problems.add(
            "%s is no type of %s"
                .formatted(attribute.path("type").asText(), attribute.path("category").asText()));
      }
    }
    return problems;
  }
}
