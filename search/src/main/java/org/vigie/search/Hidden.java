package org.vigie.search;

import java.util.Set;

/**
 * What an index holds and doesn't show: adverts, the adverts of clusters, and those that name
 * contacts, with all that is known of them alone.
 *
 * @param adverts ids
 * @param clusters names, or former ones
 * @param contacts {@link org.vigie.advert.Contact#key keys}
 */
public record Hidden(Set<String> adverts, Set<String> clusters, Set<String> contacts) {
  public Hidden {
    adverts = Set.copyOf(adverts);
    clusters = Set.copyOf(clusters);
    contacts = Set.copyOf(contacts);
  }

  /** Returns nothing: all is shown. */
  public static Hidden none() {
    return new Hidden(Set.of(), Set.of(), Set.of());
  }

  public boolean isEmpty() {
    return adverts.isEmpty() && clusters.isEmpty() && contacts.isEmpty();
  }
}
