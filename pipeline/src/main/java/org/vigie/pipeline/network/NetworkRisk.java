package org.vigie.pipeline.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Indicator;
import org.vigie.advert.NetworkProfile;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupFacts;
import org.vigie.classifier.risk.GroupModel;

/** Assesses networks by what their clusters show together. */
final class NetworkRisk {
  private final Taxonomy taxonomy;
  private final Optional<GroupModel> model;

  /**
   * @param model what assesses groups of adverts; empty if none is in use
   */
  NetworkRisk(Taxonomy taxonomy, Optional<GroupModel> model) {
    this.taxonomy = taxonomy;
    this.model = model;
  }

  /** Returns a network with what the model makes of its clusters, if one was read. */
  NetworkProfile assess(NetworkProfile network, List<NetworkNode> nodes) {
    boolean isRead = nodes.stream().anyMatch(node -> !node.models().isEmpty());
    Optional<GroupAssessment> made =
        model.filter(m -> isRead).map(m -> m.assess(facts(network, nodes)));
    return made.map(network::assessed).orElse(network);
  }

  private GroupFacts facts(NetworkProfile network, List<NetworkNode> nodes) {
    TreeSet<String> wholes = new TreeSet<>();
    nodes.forEach(node -> wholes.addAll(node.wholes()));
    List<Indicator> indicators =
        wholes.stream().filter(taxonomy.ids()::contains).map(id -> taxonomy.indicator(id)).toList();
    return new GroupFacts(
        network.adverts(),
        Persons.count(sum(nodes, NetworkNode::names), network.adverts()),
        new GroupFacts.Spread(
            network.contactCount(),
            sum(nodes, NetworkNode::places).size(),
            network.countries().size(),
            network.channels().size()),
        Objects.requireNonNullElse(network.meanRisk(), 0.0),
        network.highestRisk(),
        sum(nodes, NetworkNode::indicators),
        indicators);
  }

  private static Map<String, Long> sum(
      List<NetworkNode> nodes, Function<NetworkNode, Map<String, Long>> counts) {
    Map<String, Long> sum = new HashMap<>();
    nodes.forEach(node ->
        counts.apply(node).forEach((value, adverts) -> sum.merge(value, adverts, Long::sum)));
    return sum;
  }
}
