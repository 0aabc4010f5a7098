package org.vigie.exchange.partner;

import java.util.List;

/**
 * Adverts, their contacts and clusters as a graph.
 *
 * @see <a href="http://graphml.graphdrawing.org/specification.html">GraphML</a>
 */
final class GraphMl {
  private final ExportHeader header;

  GraphMl(ExportHeader header) {
    this.header = header;
  }

  String xml(List<SharedAdvert> adverts) {
    LinkGraph graph = LinkGraph.of(adverts);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (String key : List.of("kind", "label", "seen", "risk")) {
      xml.append(
          "<key id=\"%1$s\" for=\"node\" attr.name=\"%1$s\" attr.type=\"string\"/>\n"
              .formatted(key));
    }
    xml.append("<key id=\"role\" for=\"edge\" attr.name=\"role\" attr.type=\"string\"/>\n");
    xml.append(
        "<key id=\"handling\" for=\"graph\" attr.name=\"handling\" attr.type=\"string\"/>\n");
    xml.append("<graph id=\"adverts\" edgedefault=\"directed\">\n");
    xml.append(data("handling", header.handling()));
    graph.nodes().forEach(node -> xml.append(node(node)));
    graph.links().forEach(link -> xml.append(edge(link)));
    return xml.append("</graph>\n</graphml>\n").toString();
  }

  private static String node(LinkGraph.Node node) {
    String data = data("kind", node.kind()) + data("label", node.label());
    if (!node.risk().isEmpty()) {
      data += data("seen", node.first().toString()) + data("risk", node.risk());
    }
    return "<node id=\"%s\">%s</node>\n".formatted(XmlText.line(node.id()), data);
  }

  private static String edge(LinkGraph.Link link) {
    return "<edge source=\"%s\" target=\"%s\">%s</edge>\n"
        .formatted(XmlText.line(link.from()), XmlText.line(link.to()), data("role", link.role()));
  }

  private static String data(String key, String value) {
    return "<data key=\"%s\">%s</data>".formatted(key, XmlText.line(value));
  }
}
