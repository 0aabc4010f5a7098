package org.vigie.advert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one network: clusters and single adverts that name the same contacts.
 *
 * <p>It lists what holds it together up to a bound; the counts are whole.
 *
 * @param id {@code n-} and the digits of the smallest id of its adverts
 * @param adverts number of different adverts
 * @param clusterCount number of clusters, an advert like no other counting as one
 * @param contactCount number of contacts that join them
 * @param edgeCount number of edges
 * @param firstSeen earliest event time of its adverts
 * @param lastSeen latest event time of its adverts
 * @param clusters cluster → number of adverts, the largest of them
 * @param contacts contact → number of adverts, those of most adverts
 * @param countries declared country → number of adverts
 * @param sites site → number of adverts
 * @param channels channel label → number of adverts
 * @param edges why each of the clusters is in it
 * @param cuts contacts its adverts name that join nothing, see {@link ContactCut}
 * @param highestRisk highest risk probability among its adverts; 0 if none was assessed
 * @param meanRisk mean risk probability of those of its adverts that were assessed; null if none
 *     was
 * @param assessed how many of its adverts were assessed
 * @param assessment what the model of groups makes of its adverts; null if none is in use
 */
public record NetworkProfile(
    String id,
    long adverts,
    long clusterCount,
    long contactCount,
    long edgeCount,
    Instant firstSeen,
    Instant lastSeen,
    Map<String, Long> clusters,
    Map<String, Long> contacts,
    Map<String, Long> countries,
    Map<String, Long> sites,
    Map<String, Long> channels,
    List<NetworkEdge> edges,
    List<String> cuts,
    double highestRisk,
    @Nullable Double meanRisk,
    long assessed,
    @Nullable GroupAssessment assessment) {
  public NetworkProfile {
    clusters = Map.copyOf(clusters);
    contacts = Map.copyOf(contacts);
    countries = Map.copyOf(countries);
    sites = Map.copyOf(sites);
    channels = Map.copyOf(channels);
    edges = List.copyOf(edges);
    cuts = List.copyOf(cuts);
    // An earlier release wrote 0 where nothing was assessed, else the mean of all adverts.
    meanRisk = meanRisk != null && meanRisk == 0 ? null : meanRisk;
    assessed = assessed == 0 && meanRisk != null ? adverts : assessed;
  }

  /** A network that no model of groups has assessed, of adverts that all were or none. */
  public NetworkProfile(
      String id,
      long adverts,
      long clusterCount,
      long contactCount,
      long edgeCount,
      Instant firstSeen,
      Instant lastSeen,
      Map<String, Long> clusters,
      Map<String, Long> contacts,
      Map<String, Long> countries,
      Map<String, Long> sites,
      Map<String, Long> channels,
      List<NetworkEdge> edges,
      List<String> cuts,
      double highestRisk,
      @Nullable Double meanRisk) {
    this(
        id,
        adverts,
        clusterCount,
        contactCount,
        edgeCount,
        firstSeen,
        lastSeen,
        clusters,
        contacts,
        countries,
        sites,
        channels,
        edges,
        cuts,
        highestRisk,
        meanRisk,
        0,
        null);
  }

  /** Returns the channel that most of its adverts stand in, the alphabetically first of equals. */
  public String mainChannel() {
    return channels.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Returns the network with what the model of groups makes of its adverts. */
  public NetworkProfile assessed(@Nullable GroupAssessment made) {
    return new NetworkProfile(
        id,
        adverts,
        clusterCount,
        contactCount,
        edgeCount,
        firstSeen,
        lastSeen,
        clusters,
        contacts,
        countries,
        sites,
        channels,
        edges,
        cuts,
        highestRisk,
        meanRisk,
        assessed,
        made);
  }
}
