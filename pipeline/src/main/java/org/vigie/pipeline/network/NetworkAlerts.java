package org.vigie.pipeline.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Evidence;
import org.vigie.advert.Finding;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Severity;
import org.vigie.advert.SharedMeaning;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.ControlSigns;
import org.vigie.pipeline.alert.Recurring;
import org.vigie.text.finding.EnglishLines;

/**
 * Decides which networks a person should look at: those in which indicators of several categories
 * recur even without the largest cluster, which raises an alert by itself if it calls for one; and
 * those whose adverts say one strong sign of control alike ({@link NetworkControl}).
 */
final class NetworkAlerts {
  static final String RULE = "network";

  /** Version of the rule; a new one makes new alerts. */
  static final String VERSION = "1";

  private final AlertRuleConfig config;

  /** Why texts hang together is told by the strongest joins; the network's page tells all. */
  private static final int SHOWN_JOINS = 3;

  private final Taxonomy taxonomy;
  private final NetworkControl control;

  NetworkAlerts(AlertRuleConfig config, Taxonomy taxonomy) {
    this.config = config;
    this.taxonomy = taxonomy;
    this.control = new NetworkControl(config.campaign().adverts(), taxonomy);
  }

  /** Returns the id that an alert about a network has if there is one. */
  static String alertId(String network) {
    return Alert.idOf(RULE, VERSION, network);
  }

  /** Returns the alert that a network calls for, if it does. */
  Optional<Alert> evaluate(NetworkProfile network, List<NetworkNode> nodes) {
    List<NetworkNode> others = withoutLargest(nodes);
    Recurring recurring = recurring(others);
    boolean recurs =
        recurring.adverts() >= config.campaign().adverts()
            && recurring.size() >= config.campaign().indicators()
            && recurring.categories() >= config.campaign().categories();
    Optional<NetworkControl.Found> found = control.in(network, nodes);
    if (!recurs && found.isEmpty()) {
      return Optional.empty();
    }
    List<AlertLine> reasons = new ArrayList<>();
    List<Evidence> examples = new ArrayList<>();
    if (recurs) {
      reasons.addAll(recurring.reasons());
      examples.addAll(examples(recurring, others));
    }
    found.ifPresent(signs -> addControl(signs, nodes, recurs, reasons, examples));
    control.joins(network, nodes).stream().limit(SHOWN_JOINS).forEach(reasons::add);
    reasons.add(AlertLine.of(extent(network, recurring)));
    Recurring named = recurs ? recurring : found.orElseThrow().signs().recurring();
    EnglishLines told = EnglishLines.of(headline(network, named), reasons);
    return Optional.of(
        new Alert(
            alertId(network.id()),
            recurs ? RULE : ControlSigns.RULE,
            VERSION,
            network.id(),
            Severity.WARNING,
            network.lastSeen(),
            told.headline(),
            told.reasons(),
            examples,
            NetworkNode.mostFrequent(network.channels()),
            null,
            models(nodes),
            taxonomy.version(),
            told.lines()));
  }

  private Recurring recurring(List<NetworkNode> nodes) {
    long adverts = nodes.stream().mapToLong(NetworkNode::adverts).sum();
    Map<String, Long> counts = new HashMap<>();
    nodes.forEach(node -> node.indicators().forEach((id, n) -> counts.merge(id, n, Long::sum)));
    return Recurring.of(counts, adverts, taxonomy);
  }

  /** Adds what isn't said yet; the rule is named where it isn't the alert's own. */
  private static void addControl(
      NetworkControl.Found found,
      List<NetworkNode> nodes,
      boolean recurs,
      List<AlertLine> reasons,
      List<Evidence> examples) {
    Recurring signs = found.signs().recurring();
    if (!recurs) {
      reasons.addAll(signs.reasons());
    }
    reasons.add(AlertLine.of(found.reason()));
    List<Evidence> quoted = quoted(signs, nodes);
    Set<String> known = new HashSet<>();
    quoted.forEach(one -> known.add(one.indicator()));
    examples.removeIf(one -> known.contains(one.indicator()));
    examples.addAll(0, quoted);
    examples.forEach(one -> known.add(one.indicator()));
    // What an earlier release saved of a text tells which advert, and not where in it.
    examples(signs, nodes).stream()
        .filter(one -> !known.contains(one.indicator()))
        .forEach(examples::add);
  }

  /** Names for each sign the place where it stands in the advert of the smallest id. */
  private static List<Evidence> quoted(Recurring signs, List<NetworkNode> nodes) {
    Map<String, Evidence> earliest = new HashMap<>();
    for (NetworkNode node : nodes) {
      node.evidence().forEach(one -> earliest.merge(one.indicator(), one, Evidence::orEarlier));
    }
    return signs.among(earliest.values());
  }

  private static List<NetworkNode> withoutLargest(List<NetworkNode> nodes) {
    Comparator<NetworkNode> largestFirst =
        Comparator.comparingLong(NetworkNode::adverts)
            .reversed()
            .thenComparing(NetworkNode::cluster);
    return nodes.stream().sorted(largestFirst).skip(1).toList();
  }

  private static AlertLine headline(NetworkProfile network, Recurring recurring) {
    return AlertLine.of(
        shared(network).with("adverts", network.adverts()).with("texts", network.clusterCount()),
        recurring.names());
  }

  /** Returns what joins texts: contacts before an account, and that before meaning. */
  private static Finding shared(NetworkProfile network) {
    Set<String> named = new HashSet<>();
    Set<String> joining = new HashSet<>();
    network.edges().stream()
        .map(NetworkEdge::contact)
        .filter(contact -> !named.add(contact))
        .forEach(joining::add);
    if (joining.stream().anyMatch(key -> !SharedMeaning.isOne(key))) {
      return Finding.of("network-by-contacts").with("contacts", network.contactCount());
    }
    return Finding.of(
        joining.stream().anyMatch(SharedMeaning::isOfParty)
            ? "network-by-account"
            : "network-by-meaning");
  }

  private static Finding extent(NetworkProfile network, Recurring recurring) {
    return Finding.of("network-extent")
        .with("links", network.edgeCount())
        .with("texts", network.clusterCount())
        .with("contacts", network.contactCount())
        .with("adverts", recurring.adverts())
        .with("countries", network.countries().size())
        .with("sites", network.sites().size());
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
