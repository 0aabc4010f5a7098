package org.vigie.exchange.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.Contact;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * Adverts, their contacts and clusters as a graph.
 *
 * @see <a href="http://graphml.graphdrawing.org/specification.html">GraphML</a>
 */
final class GraphMl {
  private final ExportHeader header;
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Map<String, String> edges = new LinkedHashMap<>();

  GraphMl(ExportHeader header) {
    this.header = header;
  }

  String xml(List<HandedAdvert> adverts) {
    adverts.forEach(this::add);
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
    xml.append(data("handling", "TLP:" + header.marking().label().toUpperCase(Locale.ROOT)));
    nodes.values().forEach(xml::append);
    edges.values().forEach(xml::append);
    return xml.append("</graph>\n</graphml>\n").toString();
  }

  private void add(HandedAdvert handed) {
    String id = handed.id();
    nodes.put(
        id,
        node(
            id,
            data("kind", "advert")
                + data("label", handed.advert().advert().title())
                + data("seen", handed.advert().advert().seenAt().toString())
                + data(
                    "risk",
                    Words.risk(handed.advert().assessment().riskProbability())
                        + " (machine estimate)")));
    if (!handed.cluster().isEmpty()) {
      link(id, handed.cluster(), "cluster", handed.cluster(), "member of");
    }
    for (Contact contact : handed.advert().contacts()) {
      link(id, contact.key(), contact.type().label(), contact.value(), "names");
    }
  }

  private void link(String from, String to, String kind, String label, String role) {
    nodes.putIfAbsent(to, node(to, data("kind", kind) + data("label", label)));
    edges.put(
        from + " " + to,
        "<edge source=\"%s\" target=\"%s\">%s</edge>\n"
            .formatted(escaped(from), escaped(to), data("role", role)));
  }

  private static String node(String id, String data) {
    return "<node id=\"%s\">%s</node>\n".formatted(escaped(id), data);
  }

  private static String data(String key, String value) {
    return "<data key=\"%s\">%s</data>".formatted(key, escaped(value));
  }

  /** Controls have no place in XML 1.0, not even escaped. */
  private static String escaped(String text) {
    return SafeText.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
