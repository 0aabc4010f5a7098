package org.vigie.pipeline.network;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.vigie.advert.SharedMeaning;

/** Tells contacts of one party from those that strangers share. */
final class CutRule {
  /** Phones, addresses and names that one party gives under one account. */
  private static final int MOST_CONTACTS_OF_PARTY = 6;

  private final NetworkConfig config;

  CutRule(NetworkConfig config) {
    this.config = config;
  }

  /**
   * Returns why a contact joins nothing, or nothing if it joins.
   *
   * @param countless whether it has more clusters than are remembered
   * @param clusters the clusters that name it
   */
  String reason(boolean countless, Collection<NetworkNode> clusters) {
    if (countless) {
      return String.format(
          Locale.ROOT,
          "in more than %d unrelated texts, of at most %d",
          NetworkConfig.MAX_TEXTS,
          config.maxTexts());
    }
    if (clusters.size() > config.maxTexts()) {
      return String.format(
          Locale.ROOT, "in %d unrelated texts, of at most %d", clusters.size(), config.maxTexts());
    }
    long employers = different(clusters, NetworkNode::employer);
    if (employers > config.maxEmployers()) {
      return String.format(
          Locale.ROOT,
          "in unrelated texts of %d employers, of at most %d",
          employers,
          config.maxEmployers());
    }
    long sites = different(clusters, NetworkNode::site);
    if (sites > config.maxSites()) {
      return String.format(
          Locale.ROOT, "in unrelated texts of %d sites, of at most %d", sites, config.maxSites());
    }
    return "";
  }

  /**
   * Returns why an account joins nothing, or nothing if it joins: where many write under one
   * account, as in a channel of vacancies, their texts name many contacts.
   *
   * @param countless whether it has more clusters than are remembered
   * @param clusters the clusters whose adverts it posted, or that name it
   */
  String reasonOfParty(boolean countless, Collection<NetworkNode> clusters) {
    long contacts =
        clusters.stream()
            .flatMap(cluster -> cluster.contacts().keySet().stream())
            .filter(key -> !SharedMeaning.isOne(key))
            .distinct()
            .limit(MOST_CONTACTS_OF_PARTY + 1)
            .count();
    return contacts > MOST_CONTACTS_OF_PARTY
        ? String.format(
            Locale.ROOT,
            "an account whose texts name more than %d contacts",
            MOST_CONTACTS_OF_PARTY)
        : reason(countless, clusters);
  }

  /** Returns whether the rule makes no difference between two states of a cluster. */
  static boolean countAlike(NetworkNode before, NetworkNode after) {
    return before.employer().equals(after.employer()) && before.site().equals(after.site());
  }

  private static long different(
      Collection<NetworkNode> clusters, Function<NetworkNode, String> value) {
    return clusters.stream().map(value).filter(v -> !v.isEmpty()).distinct().count();
  }
}
