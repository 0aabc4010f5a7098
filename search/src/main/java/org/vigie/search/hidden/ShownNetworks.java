package org.vigie.search.hidden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.document.AdvertQueries;
import org.vigie.search.document.IndexDocuments;

/** Networks as they come to without the adverts that are hidden, counted as {@link ShownSums}. */
public final class ShownNetworks {
  private final HiddenThings hidden;
  private final IndexDocuments shown;
  private final AdvertQueries adverts;

  /**
   * @param shown the index without what is hidden
   */
  ShownNetworks(HiddenThings hidden, IndexDocuments shown, AdvertQueries adverts) {
    this.hidden = hidden;
    this.shown = shown;
    this.adverts = adverts;
  }

  public Optional<NetworkProfile> of(Optional<NetworkProfile> found) throws IOException {
    if (found.isEmpty() || hidden.networks().contains(found.get().id())) {
      return Optional.empty();
    }
    return Optional.of(of(found.get()));
  }

  /** Returns those of which something is left, the largest first. */
  public List<NetworkProfile> of(List<NetworkProfile> found, int limit) throws IOException {
    List<NetworkProfile> left = new ArrayList<>();
    for (NetworkProfile network : found) {
      of(Optional.of(network)).ifPresent(left::add);
    }
    left.sort(
        Comparator.comparingLong(NetworkProfile::adverts)
            .reversed()
            .thenComparing(NetworkProfile::id));
    return left.stream().limit(limit).toList();
  }

  private NetworkProfile of(NetworkProfile all) throws IOException {
    HiddenPart gone = hidden.inNetworks().get(all.id());
    if (gone == null) {
      return all;
    }
    Map<String, Long> sizes = new HashMap<>();
    all.clusters()
        .forEach((name, size) -> {
          if (!hidden.clusters().contains(name)) {
            sizes.put(name, ShownSums.left(size, gone.sizes.getOrDefault(name, 0L)));
          }
        });
    Map<String, Long> contacts = gone.tally.takenFrom(all.contacts(), PartTally.Of.CONTACT);
    contacts.keySet().removeAll(hidden.contacts());
    List<NetworkEdge> edges = edges(all.edges(), gone);
    // A huge network lists its largest clusters alone: so what hidden adverts don't reach stays.
    Extent extent = Extent.of(shown, adverts.ofClusters(sizes.keySet()));
    return new NetworkProfile(
        all.id(),
        ShownSums.left(all.adverts(), gone.tally.adverts()),
        ShownSums.left(all.clusterCount(), gone.clusters.size()),
        Math.max(0, all.contactCount() - gone.contacts.size()),
        Math.max(0, all.edgeCount() - edgesGone(all, gone, edges)),
        gone.tally.reachesFirst(all.firstSeen()) ? extent.first(all.firstSeen()) : all.firstSeen(),
        gone.tally.reachesLast(all.lastSeen()) ? extent.last(all.lastSeen()) : all.lastSeen(),
        sizes,
        contacts,
        gone.tally.takenFrom(all.countries(), PartTally.Of.COUNTRY),
        gone.tally.takenFrom(all.sites(), PartTally.Of.SITE),
        gone.tally.takenFrom(all.channels(), PartTally.Of.CHANNEL),
        edges,
        all.cuts().stream().filter(key -> !hidden.contacts().contains(key)).toList(),
        gone.tally.reachesRisk(all.highestRisk()) ? extent.highestRisk() : all.highestRisk(),
        gone.tally.meanOfOthers(all.meanRisk(), all.assessed()),
        Math.max(0, all.assessed() - gone.tally.assessedAdverts()),
        null);
  }

  private List<NetworkEdge> edges(List<NetworkEdge> all, HiddenPart gone) {
    List<NetworkEdge> edges = new ArrayList<>();
    for (NetworkEdge edge : all) {
      long left =
          edge.adverts()
              - gone.edges.getOrDefault(new HiddenPart.Ends(edge.cluster(), edge.contact()), 0L);
      if (left > 0
          && !hidden.clusters().contains(edge.cluster())
          && !hidden.contacts().contains(edge.contact())) {
        edges.add(new NetworkEdge(edge.cluster(), edge.contact(), left));
      }
    }
    return edges;
  }

  /** Returns how many edges rest on hidden adverts alone, as far as a network tells its edges. */
  private long edgesGone(NetworkProfile all, HiddenPart gone, List<NetworkEdge> left)
      throws IOException {
    Set<HiddenPart.Ends> listed = new HashSet<>();
    all.edges().forEach(edge -> listed.add(new HiddenPart.Ends(edge.cluster(), edge.contact())));
    long vanished = all.edges().size() - left.size();
    if (all.edgeCount() == all.edges().size()) {
      return vanished;
    }
    for (HiddenPart.Ends ends : gone.edges.keySet()) {
      boolean joins =
          gone.contacts.contains(ends.contact()) || all.contacts().containsKey(ends.contact());
      if (joins && !listed.contains(ends) && shown.count(naming(ends)) == 0) {
        vanished++;
      }
    }
    return vanished;
  }

  private Query naming(HiddenPart.Ends ends) throws IOException {
    return AdvertQueries.both(
        adverts.ofCluster(ends.cluster()), IndexDocuments.naming(ends.contact()));
  }
}
