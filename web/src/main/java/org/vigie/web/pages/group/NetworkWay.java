package org.vigie.web.pages.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.render.Witness;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Visit;

/**
 * How two contacts of a network are joined, as its page tells it.
 *
 * @param contacts the network's contacts, to choose from
 * @param from key of the one, or empty
 * @param to key of the other, or empty
 * @param edges the fewest that lead from the one to the other, in order; none if nothing does
 */
public record NetworkWay(
    List<Contact> contacts, String from, String to, List<NetworkDetails.Edge> edges) {
  public NetworkWay {
    contacts = List.copyOf(contacts);
    edges = List.copyOf(edges);
  }

  /**
   * A contact to choose.
   *
   * @param shown its key, made harmless
   */
  public record Contact(String key, String shown) {}

  /** Returns the way that a person asks for, if one does. */
  static NetworkWay of(AdvertIndex index, NetworkProfile network, Visit visit) throws IOException {
    List<Contact> contacts =
        network.edges().stream()
            .map(NetworkEdge::contact)
            .distinct()
            .sorted()
            .map(key -> new Contact(key, NetworkDetails.shown(key)))
            .toList();
    String from = known(visit.query("from"), contacts);
    String to = known(visit.query("to"), contacts);
    List<NetworkDetails.Edge> edges = new ArrayList<>();
    if (!from.isEmpty() && !to.isEmpty()) {
      for (NetworkEdge edge : new NetworkPath(network.edges()).between(from, to)) {
        edges.add(NetworkDetails.edge(Witness.of(index, edge), network));
      }
    }
    return new NetworkWay(contacts, from, to, edges);
  }

  private static String known(String key, List<Contact> contacts) {
    return contacts.stream().anyMatch(contact -> contact.key().equals(key)) ? key : "";
  }

  /** Returns whether somebody asks how two contacts are joined. */
  public boolean isAsked() {
    return !from.isEmpty() && !to.isEmpty();
  }

  /** Returns what the address of the page says of it. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("from", from);
    query.put("to", to);
    return query;
  }
}
