package org.vigie.pipeline.cluster;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.Pace;
import org.vigie.advert.Template;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupFacts;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.pipeline.alert.MatchedAdvert;

/** Tells of clusters what the index is to know: their sums, what they show, how risky they are. */
public final class ClusterProfiles {
  private final ClusterIndicators indicators;
  private final Optional<GroupModel> model;

  /**
   * @param model what assesses clusters; empty if none is in use
   */
  public ClusterProfiles(Taxonomy taxonomy, Optional<GroupModel> model) {
    this.indicators = new ClusterIndicators(taxonomy);
    this.model = model;
  }

  /** Returns the profile of some adverts as one cluster, however alike they are. */
  public ClusterProfile of(List<AssessedAdvert> adverts) {
    ClusterState cluster = new ClusterState();
    adverts.forEach(advert -> cluster.add(Member.of(new MatchedAdvert(advert, List.of()))));
    return of(cluster);
  }

  /** Returns the ids of the scored indicators that a cluster shows as a whole. */
  List<String> wholes(ClusterState cluster) {
    return indicators.of(cluster).stream().filter(Indicator::scored).map(Indicator::id).toList();
  }

  ClusterProfile of(ClusterState cluster) {
    ClusterProfile profile =
        new ClusterProfile(
            cluster.name(),
            cluster.size,
            cluster.firstSeen,
            cluster.lastSeen,
            cluster.contacts,
            cluster.places,
            cluster.countries,
            cluster.sites,
            cluster.channels,
            cluster.languages,
            cluster.indicators,
            indicators.of(cluster),
            List.copyOf(new TreeMap<>(cluster.evidence).values()),
            cluster.models,
            Pace.of(cluster.days),
            cluster.highestRisk,
            cluster.meanRisk(),
            Template.empty(), // made when somebody asks for it, of what the index holds
            cluster.persons(),
            null);
    return model.map(m -> profile.assessed(m.assess(GroupFacts.of(profile)))).orElse(profile);
  }
}
