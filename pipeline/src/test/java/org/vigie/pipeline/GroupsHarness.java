package org.vigie.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.cluster.ClusterInput;
import org.vigie.pipeline.cluster.ClusterRulings;
import org.vigie.pipeline.cluster.JoinClusters;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.network.JoinNetworks;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.state.Horizon;

/** The operators that join clusters and networks, one after the other. */
final class GroupsHarness {
  /**
   * What stands in the index.
   *
   * @param networks by name
   * @param alerts by id
   */
  record Groups(Map<String, NetworkProfile> networks, Map<String, Alert> alerts) {}

  private GroupsHarness() {}

  /** Returns what is made of adverts of which some are linked as near-duplicates. */
  static Groups of(List<AssessedAdvert> adverts, List<NearDuplicateLink> links) throws Exception {
    Path models = Path.of(System.getProperty("vigie.root"), "models");
    AlertRuleConfig rules = AlertRuleConfig.defaults();
    JoinClusters joinClusters =
        new JoinClusters(
            models,
            rules,
            Watch.of(List.of()),
            PromptFlush.atCheckpoints(),
            new ClusterRulings(List.of(), IndexPlace.on(models), NearDuplicateConfig.defaults()),
            new Horizon(90));
    List<IndexChange> changes = new ArrayList<>();
    List<NetworkNode> nodes = new ArrayList<>();
    try (var clusters =
        new IndexHarness<Integer, ClusterInput>(
            joinClusters, unused -> JoinClusters.KEY, Types.INT)) {
      clusters.open();
      for (AssessedAdvert advert : adverts) {
        clusters.processElement(ClusterInput.of(new MatchedAdvert(advert, List.of())), 0);
      }
      for (NearDuplicateLink link : links) {
        clusters.processElement(ClusterInput.of(link), 0);
      }
      clusters.prepareSnapshotPreBarrier(1);
      changes.addAll(clusters.extractOutputValues());
      if (clusters.getSideOutput(JoinClusters.NODES) != null) {
        clusters.getSideOutput(JoinClusters.NODES).forEach(node -> nodes.add(node.getValue()));
      }
    }
    try (var networks =
        new IndexHarness<Integer, NetworkNode>(
            new JoinNetworks(models, NetworkConfig.defaults(), rules),
            unused -> JoinNetworks.KEY,
            Types.INT)) {
      networks.open();
      for (NetworkNode node : nodes) {
        networks.processElement(node, 0);
      }
      networks.prepareSnapshotPreBarrier(1);
      changes.addAll(networks.extractOutputValues());
    }
    return groups(changes);
  }

  private static Groups groups(List<IndexChange> changes) {
    Groups groups = new Groups(new TreeMap<>(), new TreeMap<>());
    for (IndexChange change : changes) {
      if (change instanceof IndexChange.PutAlert(Alert alert)) {
        groups.alerts().put(change.key(), alert);
      } else if (change instanceof IndexChange.PutNetwork(NetworkProfile network)) {
        groups.networks().put(change.key(), network);
      }
    }
    return groups;
  }
}
