package org.vigie.pipeline.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Evidence;

/**
 * What networks know of one cluster, or that it is no more.
 *
 * @param cluster its name
 * @param adverts number of its adverts; 0 if it is no more, or if that it is forgotten is all
 * @param firstSeen earliest event time of its adverts
 * @param lastSeen latest event time of its adverts
 * @param contacts contact that leads to somebody, or {@link org.vigie.advert.SharedMeaning} →
 *     adverts
 * @param countries declared country → adverts
 * @param sites site → adverts
 * @param channels channel label → adverts
 * @param indicators scored indicator → adverts that show it
 * @param models versions of the models that assessed them
 * @param assessed how many of its adverts were assessed
 * @param employer declared employer of most of its adverts, or empty
 * @param riskMillionths sum of its adverts' risks in millionths
 * @param highestRisk highest risk among them
 * @param places declared place → adverts
 * @param names persons' names → adverts, of which nothing but their number is told
 * @param wholes indicators that the cluster shows as a whole
 * @param forgotten whether the horizon has passed its last advert, so that it won't change any more
 * @param evidence where its strong signs of control stand, an example each
 * @param nearlySaying how many of its adverts nearly say a strong sign of control, and say none
 */
public record NetworkNode(
    String cluster,
    long adverts,
    Instant firstSeen,
    Instant lastSeen,
    Map<String, Long> contacts,
    Map<String, Long> countries,
    Map<String, Long> sites,
    Map<String, Long> channels,
    Map<String, Long> indicators,
    List<String> models,
    long assessed,
    String employer,
    long riskMillionths,
    double highestRisk,
    Map<String, Long> places,
    Map<String, Long> names,
    List<String> wholes,
    boolean forgotten,
    List<Evidence> evidence,
    long nearlySaying) {
  public NetworkNode {
    contacts = Map.copyOf(contacts);
    countries = Map.copyOf(countries);
    sites = Map.copyOf(sites);
    channels = Map.copyOf(channels);
    // A savepoint from before networks raised alerts has none.
    indicators = indicators == null ? Map.of() : Map.copyOf(indicators);
    models = models == null ? List.of() : List.copyOf(models);
    // One from before networks were assessed has none of these.
    places = places == null ? Map.of() : Map.copyOf(places);
    names = names == null ? Map.of() : Map.copyOf(names);
    wholes = wholes == null ? List.of() : List.copyOf(wholes);
    // Nor, from before these were told, of these.
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }

  /** Says that no cluster bears a name any more. */
  public static NetworkNode gone(String cluster) {
    return none(cluster, false);
  }

  /** Says that a cluster has been forgotten, and stays in the index as it was. */
  public static NetworkNode forgotten(String cluster) {
    return none(cluster, true);
  }

  private static NetworkNode none(String cluster, boolean forgotten) {
    return new NetworkNode(
        cluster,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        0,
        "",
        0,
        0,
        Map.of(),
        Map.of(),
        List.of(),
        forgotten,
        List.of(),
        0);
  }

  /** Returns the same, forgotten. */
  NetworkNode asForgotten() {
    return copy(cluster, true);
  }

  /** Returns the same under a name, which may be left out where it stands under it. */
  NetworkNode named(String name) {
    return copy(name, forgotten);
  }

  /**
   * Returns the same with no signs and no risk, which count for no network: whoever says them is no
   * suspect.
   */
  public NetworkNode withoutSignsAndRisk() {
    return new NetworkNode(
        cluster, adverts, firstSeen, lastSeen, contacts, countries, sites, channels, Map.of(),
        List.of(), 0, employer, 0, 0, places, names, List.of(), forgotten, List.of(), 0);
  }

  private NetworkNode copy(String name, boolean isForgotten) {
    return new NetworkNode(
        name,
        adverts,
        firstSeen,
        lastSeen,
        contacts,
        countries,
        sites,
        channels,
        indicators,
        models,
        assessed,
        employer,
        riskMillionths,
        highestRisk,
        places,
        names,
        wholes,
        isForgotten,
        evidence,
        nearlySaying);
  }

  boolean isGone() {
    return adverts == 0;
  }

  /** Returns the site of most of its adverts. */
  String site() {
    return mostFrequent(sites);
  }

  /** Returns the value of the highest count, the alphabetically first of equals, or empty. */
  public static String mostFrequent(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
