package org.vigie.casework.deconflict;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Evidence;
import org.vigie.casework.Subject;
import org.vigie.search.AdvertIndex;

/** The contacts that cases hold: those put into them, and those that their adverts name. */
public final class ContactsOfCases {
  private final AdvertIndex index;

  public ContactsOfCases(AdvertIndex index) {
    this.index = index;
  }

  /** Returns the keys of contacts that a query's adverts name. */
  public Set<String> ofQuery(String query) throws IOException {
    Set<String> keys = new TreeSet<>();
    index.forEachAdvert(query, hit -> add(hit.advert(), keys));
    return keys;
  }

  /** Returns the keys of contacts of what cases hold; what is no longer in the index has none. */
  public Set<String> of(Collection<Subject> subjects) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Subject subject : subjects) {
      switch (subject.kind()) {
        case CONTACT -> keys.add(subject.id());
        case ADVERT, CLUSTER -> addOf(subject.id(), keys);
        case ALERT -> {
          Alert alert = index.findAlert(subject.id()).orElse(null);
          if (alert != null) {
            addOf(alert.subject(), keys);
            for (Evidence evidence : alert.evidence()) {
              addOf(evidence.advertId(), keys);
            }
          }
        }
        case CASE -> {} // a note
      }
    }
    return keys;
  }

  /** Adds the contacts of an advert or of a cluster's, or the contact that an alert is about. */
  private void addOf(String id, Set<String> keys) throws IOException {
    if (index.findCluster(id).isPresent()) {
      index.forEachAdvert("cluster:" + id, hit -> add(hit.advert(), keys));
    } else if (index.findContact(id).isPresent()) {
      keys.add(id);
    } else {
      index.findAdvert(id).ifPresent(advert -> add(advert, keys));
    }
  }

  private static void add(AssessedAdvert advert, Set<String> keys) {
    advert.contacts().stream().map(Contact::key).forEach(keys::add);
  }
}
