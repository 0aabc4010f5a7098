package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The node of a captured file in a graph, with its hash. */
final class FileNode {
  private FileNode() {}

  /** Returns the id of a packed capture's node, which is added unless it is there; null if none. */
  static @Nullable String add(ContactNode.Adder adder, Graph graph, PackedCapture capture) {
    if (capture.fate() != PackedCapture.Fate.PACKED) {
      return null;
    }
    String id = Graph.id("uco-observable:File", capture.digest());
    if (!graph.has(id)) {
      ObjectNode facet =
          Graph.inner(Graph.id("uco-observable:FileFacet", id), "uco-observable:FileFacet");
      facet.put("uco-observable:fileName", "data/" + capture.file());
      facet.put("uco-observable:sizeInBytes", capture.bytes());
      ObjectNode hash = Graph.inner(Graph.id("uco-types:Hash", id), "uco-types:Hash");
      hash.put("uco-types:hashMethod", "SHA256");
      hash.set("uco-types:hashValue", Graph.typed("xsd:hexBinary", capture.digest()));
      ObjectNode content =
          Graph.inner(
              Graph.id("uco-observable:ContentDataFacet", id), "uco-observable:ContentDataFacet");
      content.put("uco-observable:mimeType", "application/warc");
      content.set("uco-observable:hash", hash);
      adder.add(id, "uco-observable:File").putArray("uco-core:hasFacet").add(facet).add(content);
    }
    return id;
  }
}
