package org.vigie.casework.erase;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.advert.Alert;
import org.vigie.advert.Contact;
import org.vigie.advert.Membership;
import org.vigie.search.AdvertIndex;

/**
 * What is about some adverts alone, and so goes when they do.
 *
 * @param clusters those that had no other advert
 * @param contacts those that no other advert names
 * @param alerts those about one of the adverts, the clusters or the contacts
 */
public record GoneWith(
    SortedSet<String> clusters, SortedSet<String> contacts, SortedSet<String> alerts) {
  public GoneWith {
    clusters = new TreeSet<>(clusters);
    contacts = new TreeSet<>(contacts);
    alerts = new TreeSet<>(alerts);
  }

  /** Returns nothing. */
  static GoneWith nothing() {
    return new GoneWith(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Returns what goes with some adverts of an index. */
  static GoneWith of(AdvertIndex index, List<String> adverts) throws IOException {
    Set<String> going = Set.copyOf(adverts);
    SortedSet<String> clusters = clusters(index, going);
    SortedSet<String> contacts = contacts(index, going);
    SortedSet<String> alerts = new TreeSet<>();
    for (Alert alert : index.alerts(Integer.MAX_VALUE)) {
      String subject = alert.subject();
      if (going.contains(subject) || clusters.contains(subject) || contacts.contains(subject)) {
        alerts.add(alert.id());
      }
    }
    return new GoneWith(clusters, contacts, alerts);
  }

  private static SortedSet<String> clusters(AdvertIndex index, Set<String> going)
      throws IOException {
    Map<String, Boolean> allGo = new HashMap<>();
    for (Membership membership : index.memberships()) {
      allGo.merge(
          membership.clusterId(), going.contains(membership.advertId()), Boolean::logicalAnd);
    }
    SortedSet<String> clusters = new TreeSet<>();
    allGo.forEach((cluster, goes) -> {
      if (goes) {
        clusters.add(cluster);
      }
    });
    return clusters;
  }

  private static SortedSet<String> contacts(AdvertIndex index, Set<String> going)
      throws IOException {
    SortedSet<String> contacts = new TreeSet<>();
    Set<String> staying = new HashSet<>();
    index.forEachAdvert(
        "",
        hit -> {
          Set<String> named = going.contains(hit.advert().advert().id()) ? contacts : staying;
          hit.advert().contacts().stream().map(Contact::key).forEach(named::add);
        });
    contacts.removeAll(staying);
    return contacts;
  }
}
