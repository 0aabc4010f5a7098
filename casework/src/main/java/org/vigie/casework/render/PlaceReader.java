package org.vigie.casework.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.Place;
import org.vigie.classifier.ClusterPlace;
import org.vigie.classifier.ClusterPlaces;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.pipeline.contact.Towns;
import org.vigie.search.AdvertIndex;

/**
 * Reads from an index which towns adverts mean that don't tell their country: the other adverts of
 * their cluster tell it, and those that share a contact with them which isn't too common to join
 * anything. What the index hides tells nothing. One for each reading of an index.
 */
public final class PlaceReader {
  /** Adverts that are read of a cluster or a contact, those of the latest event times. */
  private static final int MOST_ADVERTS = 500;

  /** Contacts of one advert by which others are read, the alphabetically first. */
  private static final int MOST_CONTACTS = 3;

  /** Clusters and contacts that are read for the adverts of one map. */
  private static final int MOST_GROUPS = 50;

  private final AdvertIndex index;
  private final CountryTowns towns;

  /** The queries of groups of adverts → what they tell together. */
  private final Map<List<String>, ClusterPlaces> told = new HashMap<>();

  public PlaceReader(AdvertIndex index, CountryTowns towns) {
    this.index = index;
    this.towns = towns;
  }

  /** Returns the places of an advert that others tell and its own text doesn't. */
  public List<ClusterPlace> of(AssessedAdvert advert) throws IOException {
    if (!ClusterPlaces.isAmbiguous(advert)) {
      return List.of();
    }
    List<String> groups = groups(advert);
    if (groups.isEmpty()) {
      return List.of();
    }
    if (!told.containsKey(groups)) {
      if (told.size() == MOST_GROUPS) {
        return List.of();
      }
      told.put(groups, ClusterPlaces.of(adverts(groups), towns));
    }
    return told.get(groups).of(advert);
  }

  /** Returns the queries of an advert's cluster and of its contacts. */
  private List<String> groups(AssessedAdvert advert) throws IOException {
    List<String> groups = new ArrayList<>();
    Optional<ClusterProfile> cluster = index.findClusterOf(advert.advert().id());
    cluster.ifPresent(found -> groups.add(query("cluster", found.id())));
    List<String> contacts =
        advert.contacts().stream()
            .filter(contact -> contact.type().leadsToSomebody())
            .map(Contact::key)
            .distinct()
            .sorted()
            .limit(MOST_CONTACTS)
            .toList();
    for (String contact : contacts) {
      if (index.findContactCut(contact).isEmpty()) {
        groups.add(query("contact", contact));
      }
    }
    return groups;
  }

  private static String query(String field, String value) {
    return field + ":\"" + value.replace("\"", "") + "\"";
  }

  private List<AssessedAdvert> adverts(List<String> groups) throws IOException {
    Map<String, AssessedAdvert> adverts = new LinkedHashMap<>();
    for (String group : groups) {
      for (AssessedAdvert advert : index.newestAdverts(group, MOST_ADVERTS)) {
        adverts.put(advert.advert().id(), advert);
      }
    }
    return List.copyOf(adverts.values());
  }

  /**
   * Returns the towns that adverts stand in which declare no country, as others tell them.
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
