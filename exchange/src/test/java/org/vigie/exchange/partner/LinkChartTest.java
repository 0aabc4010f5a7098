package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.marking.Tlp;
import org.vigie.text.ProcessorTime;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Graphs of adverts and contacts as Gephi and i2 read them. */
class LinkChartTest {
  private static final ExportHeader HEADER =
      new ExportHeader("Unit 7, Example", Tlp.GREEN, Adverts.NOON);
  private static final SharedAdvert FIRST =
      PaidAdverts.of("=cmd|' /C calc'!A0 <b> & \"x\"", 0, 0, "c-1", PaidAdverts.PHONE);
  private static final SharedAdvert SECOND =
      PaidAdverts.of("Second", 2, 0, "c-1", PaidAdverts.PHONE, PaidAdverts.TELEGRAM);
  private static final SharedAdvert ALONE = PaidAdverts.of("Alone", 3, 0, "");
  private static final List<SharedAdvert> ADVERTS = List.of(FIRST, SECOND, ALONE);

  @Test
  void isAGraphOfGexfWhoseEdgesJoinItsNodes() throws Exception {
    Element root = xml(PartnerFormat.GEXF.write(HEADER, ADVERTS));
    assertThat(root.getNamespaceURI()).isEqualTo("http://gexf.net/1.3");
    assertThat(root.getAttribute("version")).isEqualTo("1.3");
    Set<String> declared = new HashSet<>();
    elements(root, "attribute").forEach(each -> declared.add(each.getAttribute("id")));
    Map<String, Element> nodes = new HashMap<>();
    elements(root, "node").forEach(each -> nodes.put(each.getAttribute("id"), each));

    assertThat(nodes.keySet())
        .containsExactlyInAnyOrder(
            FIRST.id(),
            SECOND.id(),
            ALONE.id(),
            "c-1",
            "phone:+447700900123",
            "handle:telegram:example_name");
    elements(root, "attvalue")
        .forEach(each -> assertThat(declared).contains(each.getAttribute("for")));
    List<Element> edges = elements(root, "edge");
    assertThat(edges).hasSize(5);
    for (Element edge : edges) {
      assertThat(nodes).containsKeys(edge.getAttribute("source"), edge.getAttribute("target"));
      assertThat(edge.getAttribute("start")).isEqualTo(edge.getAttribute("end"));
    }
  }

  /** What its grammar lets each element have, as far as we write it. */
  @Test
  void keepsTheGrammarOfGexf() throws Exception {
    Map<String, String> attributes =
        Map.of(
            "gexf", "version xmlns",
            "meta", "lastmodifieddate",
            "graph", "defaultedgetype mode timeformat timerepresentation",
            "attributes", "class",
            "attribute", "id title type",
            "node", "end id label start",
            "attvalue", "for value",
            "edge", "end id kind label source start target");
    Map<String, String> children =
        Map.of(
            "gexf", "meta graph",
            "meta", "creator description",
            "graph", "attributes nodes edges",
            "attributes", "attribute",
            "nodes", "node",
            "node", "attvalues",
            "attvalues", "attvalue",
            "edges", "edge");

    for (Element each : elements(xml(PartnerFormat.GEXF.write(HEADER, ADVERTS)), "*")) {
      String name = each.getLocalName();
      for (int i = 0; i < each.getAttributes().getLength(); i++) {
        assertThat(attributes.getOrDefault(name, "").split(" "))
            .contains(each.getAttributes().item(i).getNodeName());
      }
      assertThat(children.getOrDefault(each.getParentNode().getLocalName(), "gexf").split(" "))
          .contains(name);
    }
  }

  @Test
  void tellsFromWhenToWhenAContactWasNamed() throws Exception {
    Element root = xml(PartnerFormat.GEXF.write(HEADER, ADVERTS));
    Element phone =
        elements(root, "node").stream()
            .filter(each -> each.getAttribute("id").equals("phone:+447700900123"))
            .findFirst()
            .orElseThrow();

    assertThat(Instant.parse(phone.getAttribute("start"))).isEqualTo(Adverts.NOON);
    assertThat(phone.getAttribute("end")).isEqualTo("2026-03-03T12:00:00Z");
    assertThat(PartnerFormat.GEXF.write(HEADER, List.of(SECOND, FIRST)))
        .as("whatever comes first")
        .contains("start=\"2026-03-01T12:00:00Z\" end=\"2026-03-03T12:00:00Z\"");
  }

  @Test
  void isATableOfOneRowALinkWithBothItsEnds() {
    List<Map<String, String>> rows = Csv.read(PartnerFormat.I2.write(HEADER, ADVERTS));

    assertThat(rows).hasSize(6);
    assertThat(rows.get(2))
        .contains(
            entry("Link Type", "member of"),
            entry("Link Date (UTC)", "2026-03-03"),
            entry("Link Time (UTC)", "12:00:00"),
            entry("End 1 Type", "Advert"),
            entry("End 1 Identity", "advert:" + SECOND.id()),
            entry("End 1 Label", "Second"),
            entry("End 1 Address", "https://example.org/2"),
            entry("End 2 Type", "Cluster"),
            entry("End 2 Identity", "cluster:c-1"),
            entry("Handling", "TLP:GREEN"));
    assertThat(rows.get(3))
        .contains(
            entry("Link Type", "names"),
            entry("End 2 Type", "Phone"),
            entry("End 2 Identity", "phone:+447700900123"),
            entry("End 2 First Seen (UTC)", "2026-03-01"),
            entry("End 2 Last Seen (UTC)", "2026-03-03"));
    assertThat(rows.get(5))
        .as("an advert that nothing joins")
        .contains(
            entry("Link Type", ""),
            entry("End 1 Identity", "advert:" + ALONE.id()),
            entry("End 2 Identity", ""));
  }

  @Test
  void ofNoAdvertSaysHowFarItMayGo() {
    assertThat(Csv.read(PartnerFormat.I2.write(HEADER, List.of())))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .contains(
                    entry("Link Type", "none named"),
                    entry("End 1 Identity", ""),
                    entry("Handling", "TLP:GREEN")));
  }

  @Test
  void givesAnEdgeTheSameIdWhateverElseIsThere() throws Exception {
    List<Element> all = elements(xml(PartnerFormat.GEXF.write(HEADER, ADVERTS)), "edge");
    Set<String> ids = new HashSet<>();
    all.forEach(edge -> ids.add(edge.getAttribute("id")));
    assertThat(ids).hasSize(all.size());

    List<Element> some = elements(xml(PartnerFormat.GEXF.write(HEADER, List.of(SECOND))), "edge");
    assertThat(some).hasSize(3);
    for (Element edge : some) {
      assertThat(all)
          .filteredOn(each -> each.getAttribute("id").equals(edge.getAttribute("id")))
          .singleElement()
          .satisfies(each -> {
            assertThat(each.getAttribute("source")).isEqualTo(edge.getAttribute("source"));
            assertThat(each.getAttribute("target")).isEqualTo(edge.getAttribute("target"));
          });
    }
  }

  @Test
  void findsManyAdvertsThatNothingJoinsInTime() {
    List<SharedAdvert> many = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      many.add(PaidAdverts.of("Advert " + i, 0, 0, "", PaidAdverts.PHONE));
    }
    many.add(ALONE);
    LinkGraph graph = LinkGraph.of(many);

    List<LinkGraph.Node> alone = ProcessorTime.within(Duration.ofSeconds(3), graph::alone);

    assertThat(alone).extracting(LinkGraph.Node::id).containsExactly(ALONE.id());
  }

  @Test
  void holdsNoFormulaThatASpreadsheetWouldCompute() {
    List<Map<String, String>> rows = Csv.read(PartnerFormat.I2.write(HEADER, ADVERTS));

    assertThat(rows.getFirst().get("End 1 Label")).startsWith("'=cmd");
    for (Map<String, String> row : rows) {
      assertThat(row.values()).noneMatch(cell -> cell.matches("(?s)[=+@-].*"));
    }
  }

  private static Element xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  private static List<Element> elements(Element root, String name) {
    NodeList all = root.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}
