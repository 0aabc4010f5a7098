package org.vigie.exchange.partner;

import java.util.List;
import org.vigie.text.safe.Words;

/**
 * Adverts, their contacts and clusters as a graph of Gephi and its like: entities last from the
 * first advert that names them to the last, and a link stands at the time of its advert.
 *
 * @see <a href="https://gexf.net/schema.html">GEXF 1.3</a>
 */
final class Gexf {
  private static final List<String> ATTRIBUTES = List.of("kind", "risk", "address");

  private final ExportHeader header;

  Gexf(ExportHeader header) {
    this.header = header;
  }

  String xml(List<SharedAdvert> adverts) {
    LinkGraph graph = LinkGraph.of(adverts);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n");
    xml.append("<meta lastmodifieddate=\"%s\">\n".formatted(Words.day(header.at())));
    xml.append("<creator>%s</creator>\n".formatted(XmlText.line(header.authority())));
    xml.append(
        "<description>%s. Adverts are leads to check.</description>\n</meta>\n"
            .formatted(header.handling()));
    xml.append("<graph mode=\"dynamic\" timeformat=\"dateTime\" timerepresentation=\"interval\"");
    xml.append(" defaultedgetype=\"directed\">\n<attributes class=\"node\">\n");
    for (String attribute : ATTRIBUTES) {
      xml.append("<attribute id=\"%1$s\" title=\"%1$s\" type=\"string\"/>\n".formatted(attribute));
    }
    xml.append("</attributes>\n<nodes>\n");
    graph.nodes().forEach(node -> xml.append(node(node)));
    xml.append("</nodes>\n<edges>\n");
    graph.links().forEach(link -> xml.append(edge(link)));
    return xml.append("</edges>\n</graph>\n</gexf>\n").toString();
  }

  private static String node(LinkGraph.Node node) {
    return """
    <node id="%s" label="%s" start="%s" end="%s"><attvalues>%s</attvalues></node>
    """
        .formatted(
            XmlText.line(node.id()),
            XmlText.line(node.label()),
            node.first(),
            node.last(),
            value("kind", node.kind()) + value("risk", node.risk()) + value("address", node.url()));
  }

  private static String value(String attribute, String value) {
    return value.isEmpty()
        ? ""
        : "<attvalue for=\"%s\" value=\"%s\"/>".formatted(attribute, XmlText.line(value));
  }

  /** Its id is that of both ends, so that it is the same edge in every export. */
  private static String edge(LinkGraph.Link link) {
    return """
    <edge id="%1$s %2$s" source="%1$s" target="%2$s" kind="%3$s" label="%3$s" start="%4$s" end="%4$s"/>
    """
        .formatted(XmlText.line(link.from()), XmlText.line(link.to()), link.role(), link.at());
  }
}
