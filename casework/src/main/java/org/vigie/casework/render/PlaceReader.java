package org.vigie.casework.render;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Place;
import org.vigie.classifier.ClusterPlace;
import org.vigie.classifier.ClusterPlaces;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.pipeline.contact.Towns;
import org.vigie.search.AdvertIndex;

/**
 * Reads from an index which towns adverts mean that don't tell their country: the other adverts of
 * their clusters tell it. What the index hides tells nothing. One for each reading of an index.
 */
public final class PlaceReader {
  /** Adverts that are read of a cluster, those of the latest event times. */
  private static final int MOST_ADVERTS = 500;

  /** Clusters that are read for the adverts of one map. */
  private static final int MOST_CLUSTERS = 50;

  private final AdvertIndex index;
  private final CountryTowns towns;

  /** What clusters tell, by their names. */
  private final Map<String, ClusterPlaces> told = new HashMap<>();

  public PlaceReader(AdvertIndex index, CountryTowns towns) {
    this.index = index;
    this.towns = towns;
  }

  /** Returns the places of an advert that its cluster tells and its own text doesn't. */
  public List<ClusterPlace> of(AssessedAdvert advert) throws IOException {
    if (!ClusterPlaces.isAmbiguous(advert)) {
      return List.of();
    }
    Optional<ClusterProfile> cluster = index.findClusterOf(advert.advert().id());
    if (cluster.isEmpty()) {
      return List.of();
    }
    String id = cluster.get().id();
    if (!told.containsKey(id)) {
      if (told.size() == MOST_CLUSTERS) {
        return List.of();
      }
      told.put(
          id, ClusterPlaces.of(index.newestAdverts("cluster:\"" + id + "\"", MOST_ADVERTS), towns));
    }
    return told.get(id).of(advert);
  }

  /**
   * Returns the towns that adverts stand in which declare no country, as their clusters tell them.
   *
   * @return id → town, of those whose town is told
   */
  public Map<String, Place> towns(List<AssessedAdvert> adverts) throws IOException {
    Map<String, Place> found = new HashMap<>();
    for (AssessedAdvert advert : adverts) {
      Optional<Place> alone = Towns.of(advert).isPresent() ? Optional.empty() : Towns.named(advert);
      if (alone.isPresent()) {
        of(advert).stream()
            .filter(place -> place.alone().equals(alone.get()))
            .findFirst()
            .ifPresent(place -> found.put(advert.advert().id(), place.place()));
      }
    }
    return Map.copyOf(found);
  }
}
