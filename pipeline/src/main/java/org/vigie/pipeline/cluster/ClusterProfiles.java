package org.vigie.pipeline.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.Pace;
import org.vigie.advert.Template;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupFacts;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.pipeline.alert.ControlSigns;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.contact.ContactIndicators;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.network.NetworkNode;

/** Tells of clusters what the index is to know: their sums, what they show, how risky they are. */
public final class ClusterProfiles {
  private final ClusterIndicators indicators;
  private final ContactIndicators contacts;
  private final Optional<GroupModel> model;

  /**
   * @param model what assesses clusters; empty if none is in use
   */
  public ClusterProfiles(Taxonomy taxonomy, Optional<GroupModel> model) {
    this.indicators = new ClusterIndicators(taxonomy);
    this.contacts = new ContactIndicators(taxonomy);
    this.model = model;
  }

  /** Returns the profile of some adverts as one cluster, however alike they are. */
  public ClusterProfile of(List<AssessedAdvert> adverts) {
    return of(cluster(adverts), Map.of());
  }

  /**
   * Returns the same, with what their contacts show over these adverts, as if they stood in no
   * others and {@code networks:} were as it is by default.
   */
  public ClusterProfile withContacts(List<AssessedAdvert> adverts) {
    ClusterState cluster = cluster(adverts);
    Map<String, List<String>> signs = contacts.over(adverts, NetworkConfig.defaults());
    Map<String, Integer> shown = new TreeMap<>();
    for (String contact : cluster.counts.contactsOfHalf(cluster.size)) {
      signs.getOrDefault(contact, List.of()).forEach(sign -> shown.merge(sign, 1, Integer::sum));
    }
    return of(cluster, shown);
  }

  private static ClusterState cluster(List<AssessedAdvert> adverts) {
    ClusterState cluster = new ClusterState();
    adverts.forEach(advert -> cluster.add(Member.of(new MatchedAdvert(advert, List.of()))));
    return cluster;
  }

  /**
   * Returns what networks are to know of a cluster.
   *
   * @param ofContacts signs that contacts of it show over all of their adverts → how many do
   */
  NetworkNode node(ClusterState cluster, Map<String, Integer> ofContacts) {
    ClusterCounts counts = cluster.counts;
    return new NetworkNode(
        cluster.name(),
        cluster.size,
        cluster.firstSeen,
        cluster.lastSeen,
        counts.joining(),
        counts.countries,
        counts.sites,
        counts.channels,
        counts.indicators,
        List.copyOf(new TreeSet<>(counts.models.keySet())),
        counts.assessed(),
        NetworkNode.mostFrequent(counts.employers),
        cluster.riskMillionths,
        cluster.highestRisk,
        counts.places,
        counts.names,
        wholes(cluster, ofContacts),
        false,
        cluster.evidence.values().stream()
            .filter(found -> ControlSigns.isOne(found.indicator()))
            .toList(),
        counts.nearlySaying());
  }

  /**
   * Returns the ids of the scored indicators that a cluster shows as a whole; a single advert shows
   * those of its contacts alone.
   *
   * @param ofContacts those that contacts of it show over all of their adverts → how many do
   */
  private List<String> wholes(ClusterState cluster, Map<String, Integer> ofContacts) {
    return cluster.size < 2
        ? List.copyOf(ofContacts.keySet())
        : indicators.of(cluster, ofContacts).stream()
            .filter(Indicator::scored)
            .map(Indicator::id)
            .toList();
  }

  ClusterProfile of(ClusterState cluster, Map<String, Integer> ofContacts) {
    ClusterProfile profile =
        new ClusterProfile(
            cluster.name(),
            cluster.size,
            cluster.firstSeen,
            cluster.lastSeen,
            cluster.counts.contacts,
            cluster.counts.places,
            cluster.counts.countries,
            cluster.counts.sites,
            cluster.counts.channels,
            cluster.counts.languages,
            cluster.counts.indicators,
            indicators.of(cluster, ofContacts),
            List.copyOf(new TreeMap<>(cluster.evidence).values()),
            cluster.counts.models,
            Pace.of(cluster.days),
            cluster.highestRisk,
            cluster.meanRisk(),
            Template.empty(), // made when somebody asks for it, of what the index holds
            cluster.persons(),
            null);
    return profile.models().isEmpty()
        ? profile
        : model.map(m -> profile.assessed(m.assess(GroupFacts.of(profile)))).orElse(profile);
  }
}
