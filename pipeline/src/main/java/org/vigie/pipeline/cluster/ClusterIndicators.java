package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.contact.ContactIndicators;

/** Finds the indicators that only a cluster as a whole shows. */
final class ClusterIndicators {
  static final String TEMPLATE_CLUSTER = IndicatorIds.TEMPLATE_CLUSTER;
  static final String MASS_REPOST = IndicatorIds.MASS_REPOST;
  static final String SHARED_CONTACT = IndicatorIds.SHARED_CONTACT;
  static final String CONTACTS_OF_ONE_ACCOUNT = IndicatorIds.SEVERAL_CONTACTS_PER_ACCOUNT;
  static final String SPAM_PATTERN = IndicatorIds.SPAM_OR_SCAM_PATTERN;

  /** Two adverts may be one that was mended; three are a habit. */
  private static final int MIN_TEMPLATE_SIZE = 3;

  /** A border worker's employer may post in two countries. */
  private static final int MIN_COUNTRIES = 3;

  /** A branch and its agent may post one offer under two names. */
  private static final int MIN_EMPLOYERS = 3;

  /** Two contacts of one account may be a phone and a messenger. */
  private static final int SEVERAL = 3;

  /** A few copies of a link are a habit of somebody; as many are mass text. */
  private static final int MIN_MASS = 10;

  private final Taxonomy taxonomy;
  private final ContactIndicators contacts;

  ClusterIndicators(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    this.contacts = new ContactIndicators(taxonomy);
  }

  /**
   * Returns the indicators of a cluster, in order of their ids.
   *
   * @param ofContacts those that contacts of it show over all of their adverts → how many do
   */
  List<Indicator> of(ClusterState cluster, Map<String, Integer> ofContacts) {
    List<Indicator> found = new ArrayList<>(contacts.movement(cluster.movement()));
    if (cluster.size >= MIN_TEMPLATE_SIZE && cluster.textsVary) {
      found.add(indicator(TEMPLATE_CLUSTER, Finding.of("one-text").with("adverts", cluster.size)));
    }
    addReposts(cluster, found);
    addPersons(cluster, found);
    addContacts(ofContacts, found);
    found.sort(Comparator.comparing(Indicator::id));
    return found;
  }

  private void addReposts(ClusterState cluster, List<Indicator> found) {
    int countries = cluster.counts.countries.size();
    int employers = cluster.counts.employers.size();
    boolean many = employers >= MIN_EMPLOYERS;
    Finding inCountries =
        Finding.of(many ? "offer-in-countries-under-employers" : "offer-in-countries")
            .with("countries", countries);
    if (countries >= MIN_COUNTRIES) {
      found.add(
          indicator(MASS_REPOST, many ? inCountries.with("employers", employers) : inCountries));
    } else if (many) {
      found.add(
          indicator(MASS_REPOST, Finding.of("offer-under-employers").with("employers", employers)));
    }
  }

  private void addPersons(ClusterState cluster, List<Indicator> found) {
    List<String> leading = cluster.counts.leadingContacts();
    long persons = cluster.persons();
    boolean oneForAll =
        leading.size() == 1
            && cluster.counts.contacts.getOrDefault(leading.getFirst(), 0L) == cluster.size;
    if (oneForAll && persons >= SEVERAL) {
      found.add(
          indicator(SHARED_CONTACT, Finding.of("one-contact-for-names").with("names", persons)));
    }
    long ofOneAccount = cluster.counts.contactsOfOneAccount();
    if (ofOneAccount >= SEVERAL) {
      found.add(
          indicator(
              CONTACTS_OF_ONE_ACCOUNT,
              Finding.of("account-with-contacts").with("contacts", ofOneAccount)));
    }
    boolean nobody =
        leading.isEmpty() && cluster.counts.names.isEmpty() && cluster.counts.employers.isEmpty();
    if (cluster.size >= MIN_MASS && nobody && !cluster.counts.contacts.isEmpty()) {
      found.add(
          indicator(
              SPAM_PATTERN, Finding.of("copies-without-anybody").with("adverts", cluster.size)));
    }
  }

  /** What the cluster shows by itself says more of it than that one of its contacts does, too. */
  private void addContacts(Map<String, Integer> ofContacts, List<Indicator> found) {
    List<String> own = found.stream().map(Indicator::id).toList();
    ofContacts.forEach((id, contacts) -> {
      if (!own.contains(id)) {
        found.add(indicator(id, ClusterProfile.ofContacts(contacts)));
      }
    });
  }

  private Indicator indicator(String id, Finding what) {
    return taxonomy.indicator(id, List.of(), what);
  }
}
