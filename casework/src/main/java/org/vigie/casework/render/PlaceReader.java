package org.vigie.casework.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.Place;
import org.vigie.classifier.CertainPlaces;
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
  private static final int MOST_ADVERTS = 100;

  /** Contacts of one advert by which others are read, the alphabetically first. */
  private static final int MOST_CONTACTS = 3;

  /** Clusters and contacts that are read for the adverts of one map. */
  private static final int MOST_QUERIES = 20;

  private final AdvertIndex index;
  private final CountryTowns towns;

  /** The query of a cluster or a contact → what its adverts tell, by their ids. */
  private final Map<String, Map<String, CertainPlaces>> read = new HashMap<>();

  /** The queries of an advert → what all adverts of them tell together. */
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
    List<String> queries = queries(advert);
    ClusterPlaces known = told.get(queries);
    if (known == null) {
      known = ClusterPlaces.of(adverts(queries).values(), towns);
      told.put(queries, known);
    }
    return known.of(advert);
  }

  /** Returns the queries of an advert's cluster and of its contacts. */
  private List<String> queries(AssessedAdvert advert) throws IOException {
    List<String> queries = new ArrayList<>();
    Optional<ClusterProfile> cluster = index.findClusterOf(advert.advert().id());
    cluster.ifPresent(found -> queries.add(query("cluster", found.id())));
    List<String> contacts =
        advert.contacts().stream()
            .filter(contact -> contact.type().leadsToSomebody())
            .map(Contact::key)
            .distinct()
            .sorted()
            .toList();
    int telling = 0;
    for (String contact : contacts) {
      if (telling < MOST_CONTACTS && index.findContactCut(contact).isEmpty()) {
        queries.add(query("contact", contact));
        telling++;
      }
    }
    return queries;
  }

  private static String query(String field, String value) {
    return field + ":\"" + value.replace("\"", "") + "\"";
  }

  /** Returns what adverts tell; nothing where some of them can be read no more. */
  private Map<String, CertainPlaces> adverts(List<String> queries) throws IOException {
    long unread = queries.stream().filter(query -> !read.containsKey(query)).count();
    if (read.size() + unread > MOST_QUERIES) {
      return Map.of();
    }
    Map<String, CertainPlaces> adverts = new HashMap<>();
    for (String query : queries) {
      if (!read.containsKey(query)) {
        Map<String, CertainPlaces> found = new HashMap<>();
        for (AssessedAdvert advert : index.newestAdverts(query, MOST_ADVERTS)) {
          found.put(advert.advert().id(), CertainPlaces.of(advert));
        }
        read.put(query, found);
      }
      adverts.putAll(read.getOrDefault(query, Map.of()));
    }
    return adverts;
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
