package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The node of a file in a graph, with its hash. */
final class FileNode {
  private FileNode() {}

  /** Returns the id of a packed capture's node, which is added unless it is there; null if none. */
  static @Nullable String add(ContactNode.Adder adder, Graph graph, PackedCapture capture) {
    if (capture.fate() != PackedCapture.Fate.PACKED) {
      return null;
    }
    String id = Graph.id("uco-observable:File", capture.digest());
    if (!graph.has(id)) {
      ObjectNode file = facet(id, "data/" + capture.file());
      file.put("uco-observable:sizeInBytes", capture.bytes());
      ObjectNode content = content(id, capture.digest());
      content.put("uco-observable:mimeType", "application/warc");
      adder.add(id, "uco-observable:File").putArray("uco-core:hasFacet").add(file).add(content);
    }
    return id;
  }

  /**
   * Returns the id of the node of a file that isn't in the package, which is added unless it is
   * there.
   *
   * @param digest its SHA-256, 64 hexadecimal digits
   */
  static String named(ContactNode.Adder adder, Graph graph, String name, String digest) {
    String id = Graph.id("uco-observable:File", name, digest);
    if (!graph.has(id)) {
      ObjectNode node = adder.add(id, "uco-observable:File");
      node.put("uco-core:description", "not in the package, but named by its hash");
      node.putArray("uco-core:hasFacet").add(facet(id, name)).add(content(id, digest));
    }
    return id;
  }

  private static ObjectNode facet(String id, String name) {
    return Graph.inner(Graph.id("uco-observable:FileFacet", id), "uco-observable:FileFacet")
        .put("uco-observable:fileName", name);
  }

  private static ObjectNode content(String id, String digest) {
    ObjectNode hash = Graph.inner(Graph.id("uco-types:Hash", id), "uco-types:Hash");
    hash.put("uco-types:hashMethod", "SHA256");
    hash.set("uco-types:hashValue", Graph.typed("xsd:hexBinary", digest));
    ObjectNode content =
        Graph.inner(
            Graph.id("uco-observable:ContentDataFacet", id), "uco-observable:ContentDataFacet");
    content.set("uco-observable:hash", hash);
    return content;
  }
}
