package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The node of a relation between two others. */
final class RelationNode {
  private RelationNode() {}

  /** Adds a relation to a graph, unless it is there. */
  static void add(
      ContactNode.Adder adder, Graph graph, String type, String from, String to, String kind) {
    String id = Graph.id(type, from, to, kind);
    if (graph.has(id)) {
      return;
    }
    ObjectNode relation = adder.add(id, type);
    relation.set("uco-core:source", Graph.ref(from));
    relation.set("uco-core:target", Graph.ref(to));
    relation.put("uco-core:kindOfRelationship", kind);
    relation.put("uco-core:isDirectional", true);
  }
}
