package org.vigie.pipeline.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.vigie.advert.Alert;
import org.vigie.advert.Evidence;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Severity;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.Counted;
import org.vigie.pipeline.alert.Recurring;

/**
 * Decides which networks a person should look at: those in which indicators of several categories
 * recur even without the largest cluster, which raises an alert by itself if it calls for one.
 */
final class NetworkAlerts {
  static final String RULE = "network";

  /** Version of the rule; a new one makes new alerts. */
  static final String VERSION = "1";

  private final AlertRuleConfig config;
  private final Taxonomy taxonomy;

  NetworkAlerts(AlertRuleConfig config, Taxonomy taxonomy) {
    this.config = config;
    this.taxonomy = taxonomy;
  }

  /** Returns the id that an alert about a network has if there is one. */
  static String alertId(String network) {
    return Alert.idOf(RULE, VERSION, network);
  }

  /** Returns the alert that a network calls for, if it does. */
  Optional<Alert> evaluate(NetworkProfile network, List<NetworkNode> nodes) {
    List<NetworkNode> others = withoutLargest(nodes);
    long adverts = others.stream().mapToLong(NetworkNode::adverts).sum();
    Map<String, Long> counts = new HashMap<>();
    others.forEach(node -> node.indicators().forEach((id, n) -> counts.merge(id, n, Long::sum)));
    Recurring recurring = Recurring.of(counts, adverts, taxonomy);
    if (adverts < config.minClusterSize()
        || recurring.size() < config.minIndicators()
        || recurring.categories() < config.minCategories()) {
      return Optional.empty();
    }
    return Optional.of(
        new Alert(
            alertId(network.id()),
            RULE,
            VERSION,
            network.id(),
            Severity.WARNING,
            network.lastSeen(),
            headline(network, recurring),
            reasons(network, recurring),
            examples(recurring, others),
            NetworkNode.mostFrequent(network.channels()),
            null,
            models(nodes),
            taxonomy.version()));
  }

  private static List<NetworkNode> withoutLargest(List<NetworkNode> nodes) {
    Comparator<NetworkNode> largestFirst =
        Comparator.comparingLong(NetworkNode::adverts)
            .reversed()
            .thenComparing(NetworkNode::cluster);
    return nodes.stream().sorted(largestFirst).skip(1).toList();
  }

  private static String headline(NetworkProfile network, Recurring recurring) {
    return Counted.of(network.adverts(), "advert")
        + " of "
        + Counted.of(network.clusterCount(), "text")
        + " that share "
        + Counted.of(network.contactCount(), "contact")
        + ": "
        + recurring.names();
  }

  private static List<String> reasons(NetworkProfile network, Recurring recurring) {
    List<String> reasons = new ArrayList<>(recurring.reasons());
    reasons.add(
        Counted.of(network.edgeCount(), "edge")
            + " between "
            + Counted.of(network.clusterCount(), "text")
            + " and "
            + Counted.of(network.contactCount(), "contact")
            + "; without the largest text "
            + Counted.of(recurring.adverts(), "advert")
            + "; "
            + Counted.of(network.countries().size(), "country", "countries")
            + ", "
            + Counted.of(network.sites().size(), "site"));
    return reasons;
  }

  /** Names an advert for each indicator: that after which a text is named that shows it. */
  private static List<Evidence> examples(Recurring recurring, List<NetworkNode> nodes) {
    List<Evidence> examples = new ArrayList<>();
    for (var row : recurring.rows()) {
      String id = row.getKey().id();
      nodes.stream()
          .filter(node -> node.indicators().getOrDefault(id, 0L) == node.adverts())
          .map(node -> "a-" + node.cluster().substring(2))
          .min(Comparator.naturalOrder())
          .ifPresent(advert -> examples.add(new Evidence(id, advert, List.of())));
    }
    return examples;
  }

  private static String models(List<NetworkNode> nodes) {
    TreeSet<String> models = new TreeSet<>();
    nodes.forEach(node -> models.addAll(node.models()));
    return String.join(", ", models);
  }
}
