package org.vigie.casework.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.ContactCut;
import org.vigie.advert.Finding;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.AdvertIndex;

/**
 * One network with what explains it.
 *
 * @param network the network
 * @param edges its edges, or some of them, each with an advert that shows it
 * @param cuts contacts of its adverts that join nothing → why
 * @param findings such a contact → the same as a code with arguments, where it has one
 */
public record NetworkReport(
    NetworkProfile network,
    List<Witness> edges,
    Map<String, String> cuts,
    Map<String, Finding> findings) {

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
    Map<String, String> cuts = new LinkedHashMap<>();
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (String contact : network.cuts()) {
      Optional<ContactCut> cut = index.findContactCut(contact);
      cuts.put(contact, cut.map(ContactCut::reason).orElse(""));
      cut.map(ContactCut::finding)
          .filter(finding -> !finding.isEmpty())
          .ifPresent(finding -> findings.put(contact, finding));
    }
    return new NetworkReport(network, edges, cuts, findings);
  }
}
