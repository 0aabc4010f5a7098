package org.vigie.web.pages.group;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.SharedMeaning;
import org.vigie.search.AdvertIndex;
import org.vigie.search.MaskedText;
import org.vigie.search.SearchRequest;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Phrases;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Paths;

/**
 * A network to be drawn: contacts, the texts whose adverts name them, and why.
 *
 * @param nodes in the order in which they matter
 * @param edges between them
 * @param left what is left out, since a drawing of more can't be read, in words; empty if nothing
 */
public record NetworkGraph(List<Node> nodes, List<Edge> edges, String left) {
  /** Nodes that a browser draws fluently and a person can still sort out. */
  public static final int MOST_NODES = 2_000;

  private static final int MOST_ADVERTS = 50;

  public NetworkGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A thing.
   *
   * @param id its key
   * @param kind {@code contact}, {@code cluster}, {@code advert} or {@code cut}
   * @param label what is written on it
   * @param note what there is to say of it
   * @param path of its page
   */
  public record Node(String id, String kind, String label, String note, String path) {
    private Node at(String other) {
      return new Node(id, kind, label, note, other);
    }
  }

  /**
   * That adverts of a text name a contact, that one advert does, or that an advert is one of a
   * text.
   *
   * @param source id of the text or the advert
   * @param target id of the contact or the text
   * @param label what it joins
   * @param note why
   * @param path where the adverts are that show it
   */
  public record Edge(String source, String target, String label, String note, String path) {
    /** Returns the contact that it leads to, made harmless; empty if it leads to a text. */
    public String toContact() {
      return target.indexOf(':') > 0 ? shown(SharedMeaning.described(target)) : "";
    }

    private Edge at(String other) {
      return new Edge(source, target, label, note, other);
    }

    static Edge of(String source, String target, String note, String path) {
      return new Edge(
          source,
          target,
          shown(source) + " – " + shown(SharedMeaning.described(target)),
          note,
          path);
    }
  }

  /**
   * Returns the same, to be read outside a page.
   *
   * @param link makes of an address what a browser may hold
   */
  NetworkGraph linked(UnaryOperator<String> link) {
    return new NetworkGraph(
        nodes.stream().map(node -> node.at(link.apply(node.path()))).toList(),
        edges.stream().map(edge -> edge.at(link.apply(edge.path()))).toList(),
        left);
  }

  /** Returns a network's contacts and texts, with the contacts that were cut out of it. */
  static NetworkGraph of(AdvertIndex index, NetworkProfile network, Phrases phrases)
      throws IOException {
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Edge> edges = new ArrayList<>();
    for (NetworkEdge edge : network.edges()) {
      int fresh =
          (nodes.containsKey(edge.contact()) ? 0 : 1) + (nodes.containsKey(edge.cluster()) ? 0 : 1);
      if (nodes.size() + fresh <= MOST_NODES) {
        nodes.putIfAbsent(edge.contact(), contact(edge.contact(), network, phrases));
        nodes.putIfAbsent(edge.cluster(), cluster(edge.cluster(), network, phrases));
        edges.add(
            Edge.of(
                edge.cluster(),
                edge.contact(),
                phrases.of("graph.edge", edge.adverts()),
                Paths.search(
                    Paths.term("cluster", edge.cluster())
                        + " "
                        + Paths.term("contact", edge.contact()))));
      }
    }
    long cuts = 0;
    for (String cut : network.cuts()) {
      if (nodes.size() < MOST_NODES) {
        cuts++;
        Worded reason =
            index
                .findContactCut(cut)
                .map(known -> Worded.of(known.finding(), known.reason()))
                .orElse(Worded.NONE);
        nodes.putIfAbsent(
            cut,
            new Node(
                cut,
                "cut",
                shown(cut),
                (phrases.of("contact.cut") + " " + phrases.tell(reason)).strip(),
                ContactDetails.path(cut)));
      }
    }
    long left = network.edgeCount() - edges.size() + network.cuts().size() - cuts;
    return new NetworkGraph(
        List.copyOf(nodes.values()), edges, left > 0 ? phrases.of("graph.left", left) : "");
  }

  /** Returns the newest adverts of a text of a network, with the contacts that each names. */
  static NetworkGraph within(
      AdvertIndex index,
      NetworkProfile network,
      String cluster,
      SearchRequest members,
      Phrases phrases)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    Optional<Long> size = Optional.ofNullable(network.clusters().get(cluster));
    if (size.isEmpty()) {
      return new NetworkGraph(nodes, edges, "");
    }
    for (var hit : index.search(members).hits()) {
      AssessedAdvert advert = hit.advert();
      String id = advert.advert().id();
      String title = MaskedText.titleOf(advert);
      nodes.add(new Node(id, "advert", title.isEmpty() ? id : shown(title), id, Paths.advert(id)));
      edges.add(Edge.of(id, cluster, phrases.of("graph.member"), Paths.advert(id)));
      Set<String> named = new HashSet<>();
      for (Contact contact : advert.contacts()) {
        if (network.contacts().containsKey(contact.key()) && named.add(contact.key())) {
          String why = why(advert.advert(), contact, phrases);
          edges.add(Edge.of(id, contact.key(), why, Paths.advert(id)));
        }
      }
    }
    long left = size.get() - nodes.size();
    return new NetworkGraph(nodes, edges, left > 0 ? phrases.of("graph.left.adverts", left) : "");
  }

  private static String why(Advert advert, Contact contact, Phrases phrases) {
    if (!contact.standsInText()) {
      return phrases.of("contact.declared");
    }
    int end = Math.min(contact.span().end(), advert.text().length());
    int start = Math.min(contact.span().start(), end);
    return phrases.of("graph.written", start, end, shown(advert.text().substring(start, end)));
  }

  /** Returns the request for the adverts of a text that {@link #within} shows. */
  static SearchRequest membersOf(String cluster, Duration timeout) {
    return new SearchRequest(
        Paths.term("cluster", cluster), 0, MOST_ADVERTS, SearchRequest.Order.NEWEST, 0, timeout);
  }

  private static Node contact(String key, NetworkProfile network, Phrases phrases) {
    long adverts = network.contacts().getOrDefault(key, 0L);
    return new Node(
        key,
        "contact",
        SharedMeaning.isOne(key) ? phrases.value("joint", SharedMeaning.joint(key)) : shown(key),
        adverts == 0 ? "" : phrases.of("contact.adverts", adverts),
        SharedMeaning.isOne(key) ? Paths.network(network.id()) : ContactDetails.path(key));
  }

  private static Node cluster(String id, NetworkProfile network, Phrases phrases) {
    long adverts = network.clusters().getOrDefault(id, 0L);
    return new Node(
        id,
        "cluster",
        id,
        adverts == 0 ? "" : phrases.of("contact.adverts", adverts),
        Paths.cluster(id));
  }

  private static String shown(String text) {
    return SafeText.line(Defanged.text(text));
  }
}
