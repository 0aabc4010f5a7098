package org.vigie.pipeline.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.advert.Finding;
import org.vigie.advert.SharedMeaning;

/** Tells contacts of one party from those that strangers share. */
final class CutRule {
  /** Phones, addresses and names that one party gives under one account. */
  private static final int MOST_CONTACTS_OF_PARTY = 6;

  /**
   * Texts of one site beyond which a contact may be the site's own, such as a channel's moderator.
   * One manager's adverts that each name another worker's phone are held to be fewer.
   */
  private static final int MOST_TEXTS_WITH_OTHERS = 20;

  private final NetworkConfig config;

  CutRule(NetworkConfig config) {
    this.config = config;
  }

  /**
   * Returns why a contact joins nothing, or none if it joins.
   *
   * @param countless whether it has more clusters than are remembered
   * @param clusters the clusters that name it
   */
  Finding reason(boolean countless, Collection<NetworkNode> clusters) {
    if (countless) {
      return of("cut-by-countless-texts", NetworkConfig.MAX_TEXTS, config.maxTexts());
    }
    if (clusters.size() > config.maxTexts()) {
      return of("cut-by-texts", clusters.size(), config.maxTexts());
    }
    long employers = different(clusters, NetworkNode::employer);
    if (employers > config.maxEmployers()) {
      return of("cut-by-employers", employers, config.maxEmployers());
    }
    long sites = different(clusters, NetworkNode::site);
    return sites > config.maxSites() ? of("cut-by-sites", sites, config.maxSites()) : Finding.NONE;
  }

  /** Returns the same of what a person can be reached by, which may be the site's own. */
  Finding reasonOfContact(boolean countless, Collection<NetworkNode> clusters) {
    Finding reason = reason(countless, clusters);
    return reason.isEmpty() && isOfSite(clusters)
        ? Finding.of("cut-by-own-contacts").with("counted", clusters.size())
        : reason;
  }

  /**
   * Returns whether a contact is the site's own: the hotline on every page, or who keeps a channel
   * that others post in. Its texts stand on one site, and most name somebody whom no other does.
   */
  private static boolean isOfSite(Collection<NetworkNode> clusters) {
    if (clusters.size() <= MOST_TEXTS_WITH_OTHERS || different(clusters, NetworkNode::site) != 1) {
      return false;
    }
    Map<String, Integer> texts = new HashMap<>();
    clusters.forEach(cluster -> named(cluster).forEach(key -> texts.merge(key, 1, Integer::sum)));
    long withOwn =
        clusters.stream()
            .filter(cluster -> named(cluster).anyMatch(key -> texts.getOrDefault(key, 0) == 1))
            .count();
    return withOwn * 2 > clusters.size();
  }

  private static Stream<String> named(NetworkNode cluster) {
    return cluster.contacts().keySet().stream().filter(key -> !SharedMeaning.isOne(key));
  }

  private static Finding of(String code, long counted, long most) {
    return Finding.of(code).with("counted", counted).with("most", most);
  }

  /**
   * Returns why an account joins nothing, or none if it joins: where many write under one account,
   * as in a channel of vacancies, their texts name many contacts.
   *
   * @param countless whether it has more clusters than are remembered
   * @param clusters the clusters whose adverts it posted, or that name it
   */
  Finding reasonOfParty(boolean countless, Collection<NetworkNode> clusters) {
    long contacts =
        clusters.stream()
            .flatMap(CutRule::named)
            .distinct()
            .limit(MOST_CONTACTS_OF_PARTY + 1)
            .count();
    return contacts > MOST_CONTACTS_OF_PARTY
        ? Finding.of("cut-by-contacts").with("most", MOST_CONTACTS_OF_PARTY)
        : reason(countless, clusters);
  }

  /**
   * Returns why the last digits of a phone join nothing, or none if they join: a contact that all
   * name joins them, or is cut.
   *
   * @param countless whether there are more clusters than are remembered
   * @param clusters the clusters of such a phone
   */
  Finding reasonOfNumber(boolean countless, Collection<NetworkNode> clusters) {
    Set<String> named = new HashSet<>();
    boolean first = true;
    for (NetworkNode cluster : clusters) {
      if (first) {
        named.addAll(cluster.contacts().keySet());
      }
      named.retainAll(cluster.contacts().keySet());
      first = false;
    }
    named.removeIf(SharedMeaning::isOne);
    return named.isEmpty() ? reason(countless, clusters) : Finding.of("cut-by-whole-number");
  }

  /** Returns whether the rule makes no difference between two states of a cluster. */
  static boolean countAlike(NetworkNode before, NetworkNode after) {
    return before.employer().equals(after.employer())
        && before.site().equals(after.site())
        && before.contacts().keySet().equals(after.contacts().keySet());
  }

  private static long different(
      Collection<NetworkNode> clusters, Function<NetworkNode, String> value) {
    return clusters.stream().map(value).filter(v -> !v.isEmpty()).distinct().count();
  }
}
