package org.vigie.casework.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.ContactCut;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.AdvertIndex;

/**
 * One network with what explains it.
 *
 * @param network the network
 * @param edges its edges, or some of them, each with an advert that shows it
 * @param cuts contacts of its adverts that join nothing
 */
public record NetworkReport(NetworkProfile network, List<Witness> edges, List<ContactCut> cuts) {

  /**
   * Finds a network.
   *
   * @param name its id, one it had before, or a member: an advert, a cluster, a contact's key
   * @param most edges that are explained
   */
  public static Optional<NetworkReport> find(AdvertIndex index, String name, int most)
      throws IOException {
    return find(index, name, 0, most);
  }

  /**
   * As above.
   *
   * @param offset edges to pass over, at least 0
   */
  public static Optional<NetworkReport> find(AdvertIndex index, String name, int offset, int most)
      throws IOException {
    Optional<NetworkProfile> named = index.findNetwork(name);
    Optional<NetworkProfile> network = named.isPresent() ? named : index.findNetworkOf(name);
    return network.isPresent()
        ? Optional.of(of(index, network.get(), offset, most))
        : Optional.empty();
  }

  private static NetworkReport of(AdvertIndex index, NetworkProfile network, int offset, int most)
      throws IOException {
    List<Witness> edges = new ArrayList<>();
    for (NetworkEdge edge : network.edges().stream().skip(offset).limit(most).toList()) {
      edges.add(Witness.of(index, edge));
    }
    List<ContactCut> cuts = new ArrayList<>();
    for (String contact : network.cuts()) {
      cuts.add(index.findContactCut(contact).orElse(new ContactCut(contact, "")));
    }
    return new NetworkReport(network, edges, cuts);
  }
}
