package org.vigie.exchange.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.vigie.exchange.id.NameUuid;
import org.vigie.text.safe.SafeText;

/** A graph of CASE and UCO nodes in the making, as JSON-LD 1.1. */
final class Graph {
  /** No such host can exist (RFC 6761): nothing is asked for under these names. */
  private static final String BASE = "https://vigie.invalid/kb/";

  private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ArrayNode graph = NODES.arrayNode();
  private final Set<String> ids = new HashSet<>();

  /** Returns the id of a node of a class, named after what it stands for. */
  static String id(String type, String... named) {
    String kind = type.substring(type.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    String[] parts = new String[named.length + 1];
    parts[0] = type;
    System.arraycopy(named, 0, parts, 1, named.length);
    return "kb:" + kind + "-" + NameUuid.of(parts);
  }

  /** Returns whether a node is in the graph already. */
  boolean has(String id) {
    return ids.contains(id);
  }

  /** Adds a node. */
  ObjectNode add(String id, String... types) {
    ids.add(id);
    ObjectNode node = graph.addObject();
    return begin(node, id, types);
  }

  /** Returns a node that stands inside another one. */
  static ObjectNode inner(String id, String... types) {
    return begin(NODES.objectNode(), id, types);
  }

  private static ObjectNode begin(ObjectNode node, String id, String... types) {
    node.put("@id", id);
    ArrayNode array = node.putArray("@type");
    for (String type : types) {
      array.add(type);
    }
    return node;
  }

  static ObjectNode ref(String id) {
    return NODES.objectNode().put("@id", id);
  }

  static ArrayNode refs(Collection<String> ids) {
    ArrayNode array = NODES.arrayNode();
    ids.forEach(id -> array.add(ref(id)));
    return array;
  }

  static ObjectNode time(Instant at) {
    return typed("xsd:dateTime", at.toString());
  }

  static ObjectNode typed(String type, String value) {
    return NODES.objectNode().put("@type", type).put("@value", value);
  }

  String json() {
    ObjectNode all = NODES.objectNode();
    ObjectNode context = all.putObject("@context");
    context.put("kb", BASE);
    context.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
    for (String part :
        new String[] {
          "action",
          "analysis",
          "configuration",
          "core",
          "identity",
          "marking",
          "observable",
          "tool",
          "types"
        }) {
      context.put("uco-" + part, UCO + part + "/");
    }
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    all.set("@graph", graph);
    try {
      return SafeText.whole(
              new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("nodes of text can be written as JSON", e);
    }
  }
}
