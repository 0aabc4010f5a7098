package org.vigie.classifier.risk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Indicator;

/**
 * What the model of groups may weigh of the adverts of one cluster or network. It holds counts: no
 * name, no contact and no place, and nothing of where anybody comes from.
 *
 * @param adverts different adverts, at least 1
 * @param persons persons that they name, or 0 if that can't be told
 * @param spread over how much they spread
 * @param meanRisk mean risk probability of the adverts in [0, 1], 0 if none was assessed
 * @param highestRisk highest risk probability of the adverts in [0, 1]
 * @param advertIndicators id of a scored indicator → adverts that show it
 * @param indicators what they show as a whole
 */
public record GroupFacts(
    long adverts,
    long persons,
    Spread spread,
    double meanRisk,
    double highestRisk,
    Map<String, Long> advertIndicators,
    List<Indicator> indicators) {
  /**
   * Over how much adverts spread.
   *
   * @param contacts different contacts that they name
   * @param places different places that they declare
   * @param countries different countries that they declare
   * @param channels different kinds of channels that they stand in
   */
  public record Spread(long contacts, long places, long countries, long channels) {}

  public GroupFacts {
    if (adverts < 1) {
      throw new IllegalArgumentException("a group needs at least 1 advert, but has " + adverts);
    }
    advertIndicators = Map.copyOf(advertIndicators);
    indicators = List.copyOf(indicators);
  }

  /** Returns those of a cluster. */
  public static GroupFacts of(ClusterProfile cluster) {
    return new GroupFacts(
        cluster.size(),
        cluster.persons(),
        new Spread(
            cluster.contacts().size(),
            cluster.places().size(),
            cluster.countries().size(),
            cluster.channels().size()),
        Objects.requireNonNullElse(cluster.meanRisk(), 0.0),
        cluster.highestRisk(),
        cluster.advertIndicators(),
        cluster.indicators());
  }
}
