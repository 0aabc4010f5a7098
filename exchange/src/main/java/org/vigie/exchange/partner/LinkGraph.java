package org.vigie.exchange.partner;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.Words;

/** Adverts, their contacts and clusters as the entities and links of a chart. */
final class LinkGraph {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Link> links = new LinkedHashMap<>();

  /**
   * One entity.
   *
   * @param id an advert's id, a cluster's, {@link Contact#key} or a number as {@link
   *     SharedAdvert#unplacedNumbers} has it
   * @param kind {@code advert}, {@code cluster}, {@code number} or the label of a type of contact
   * @param label what stands under its icon
   * @param first when the first of its adverts was seen
   * @param last when the last of them was seen
   * @param risk of an advert: the machine's estimate in words; else empty
   * @param url of an advert: where it stood; else empty
   */
  record Node(
      String id, String kind, String label, Instant first, Instant last, String risk, String url) {
    private Node with(Instant seen) {
      return new Node(
          id,
          kind,
          label,
          seen.isBefore(first) ? seen : first,
          seen.isAfter(last) ? seen : last,
          risk,
          url);
    }
  }

  /**
   * One link, from an advert.
   *
   * @param from id of the advert
   * @param to id of its contact or cluster
   * @param role {@code names}, {@code spells in words} or {@code member of}
   * @param at when the advert was seen
   */
  record Link(String from, String to, String role, Instant at) {}

  static LinkGraph of(List<SharedAdvert> adverts) {
    LinkGraph graph = new LinkGraph();
    adverts.forEach(graph::add);
    return graph;
  }

  Collection<Node> nodes() {
    return nodes.values();
  }

  Collection<Link> links() {
    return links.values();
  }

  /** Returns the entity of an id that a link names. */
  Node node(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("a link must join entities of its graph, but doesn't");
    }
    return node;
  }

  /** Returns the entities that no link joins. */
  List<Node> alone() {
    Set<String> joined = new HashSet<>();
    for (Link link : links.values()) {
      joined.add(link.from());
      joined.add(link.to());
    }
    return nodes.values().stream().filter(node -> !joined.contains(node.id())).toList();
  }

  private void add(SharedAdvert handed) {
    Advert advert = handed.advert().advert();
    String risk =
        handed.advert().hasAssessment()
            ? Words.risk(handed.advert().assessment().riskProbability()) + " (machine estimate)"
            : NotAssessed.english(handed.advert());
    String title = advert.title().isBlank() ? advert.id() : advert.title();
    Instant at = advert.seenAt();
    nodes.putIfAbsent(
        advert.id(), new Node(advert.id(), "advert", title, at, at, risk, advert.url()));
    if (!handed.cluster().isEmpty()) {
      link(advert, handed.cluster(), "cluster", handed.cluster(), "member of");
    }
    for (Contact contact : handed.advert().contacts()) {
      link(advert, contact.key(), contact.type().label(), contact.value(), "names");
    }
    for (String number : handed.unplacedNumbers()) {
      String digits = number.substring(SharedAdvert.NUMBER.length());
      String label = digits + " (spelled in words, of no country)";
      link(advert, number, "number", label, "spells in words");
    }
  }

  private void link(Advert advert, String to, String kind, String label, String role) {
    Instant at = advert.seenAt();
    Node known = nodes.getOrDefault(to, new Node(to, kind, label, at, at, "", ""));
    nodes.put(to, known.with(at));
    links.putIfAbsent(advert.id() + " " + to, new Link(advert.id(), to, role, at));
  }
}
