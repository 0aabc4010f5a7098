package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.pipeline.alert.AlertRules;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.metric.AlertCount;
import org.vigie.pipeline.network.NetworkNode;

/** What the index, networks and leads know of clusters: their names and alerts. */
final class ToldClusters {
  private final ClusterForest forest;
  private final ClusterProfiles profiles;
  private final AlertRules rules;
  private final ClusterLeads leads;
  private final LongCounter alerts;
  private final AlertCount alertCount;
  private final ClusterOutput output;

  /**
   * @param alerts counts those raised less those withdrawn
   */
  ToldClusters(
      ClusterForest forest,
      ClusterProfiles profiles,
      AlertRules rules,
      ClusterLeads leads,
      LongCounter alerts,
      AlertCount alertCount,
      ClusterOutput output) {
    this.forest = forest;
    this.profiles = profiles;
    this.rules = rules;
    this.leads = leads;
    this.alerts = alerts;
    this.alertCount = alertCount;
    this.output = output;
  }

  /**
   * Tells what a cluster is now.
   *
   * @param ofContacts signs that contacts of it show → how many do
   * @param joined adverts that are new to it
   */
  void tell(String root, ClusterState cluster, Map<String, Integer> ofContacts, List<String> joined)
      throws Exception {
    if (cluster.size >= 2) {
      publish(root, cluster, ofContacts, joined);
    }
    tellNetworks(root, cluster, ofContacts);
    if (!cluster.matches.isEmpty() && leads.tell(cluster, profiles.of(cluster, ofContacts))) {
      forest.update(root, cluster);
    }
  }

  /** Tells that a cluster won't change any more, as it is forgotten. */
  void end(String root, ClusterState cluster) throws Exception {
    for (String name : cluster.told) {
      output.networks(NetworkNode.forgotten(name));
    }
    leads.end(cluster);
    placeUnderItsName(root, cluster);
  }

  /** Tells what became of clusters that were put together anew; they count as changed. */
  void rename(Regrouping.Regrouped regrouped, ChangedClusters changed) throws Exception {
    Renames renames = new Renames(regrouped.before());
    for (var entry : regrouped.after().entrySet()) {
      String root = entry.getKey();
      ClusterState cluster = forest.cluster(root);
      if (cluster != null) {
        renames.bequeathTo(cluster);
        forest.update(root, cluster);
        if (cluster.size == 1) {
          // Under its own name no cluster stands, nor did any.
          String id = entry.getValue().getFirst();
          output.index(IndexChange.put(new Membership(id, id)));
        }
        changed.put(root, entry.getValue());
      }
    }
    for (String name : renames.published()) {
      leadOn(name);
      output.index(IndexChange.deleteCluster(name));
      output.index(IndexChange.deleteAlert(AlertRules.alertId(name)));
    }
    alerts.add(-renames.alerts());
    for (String name : renames.told()) {
      output.networks(NetworkNode.gone(name));
    }
    for (Lead lead : renames.leads()) {
      output.leads(lead);
    }
  }

  /** Another cluster may come to bear a former name once this one is forgotten. */
  private void placeUnderItsName(String root, ClusterState cluster) throws Exception {
    if (cluster.hasFormerNames) {
      for (String advertId : new TreeSet<>(forest.knownMembers(root))) {
        output.index(IndexChange.put(new Membership(advertId, cluster.name())));
      }
    }
  }

  /** Lets a name that is gone lead to the cluster of the advert after which it was named. */
  private void leadOn(String former) throws Exception {
    ClusterState cluster = forest.cluster(forest.rootOf("a-" + former.substring(2)));
    if (cluster != null && cluster.size >= 2) {
      output.index(IndexChange.put(new ClusterAlias(former, cluster.name())));
    } else {
      // It may still lead to a cluster that it was one with by a ruling that was undone.
      output.index(IndexChange.deleteAlias(former));
    }
  }

  private void publish(
      String root, ClusterState cluster, Map<String, Integer> ofContacts, List<String> joined)
      throws Exception {
    String name = cluster.name();
    boolean isNew = cluster.published.isEmpty();
    cluster.hasFormerNames |= !isNew && !cluster.published.equals(List.of(name));
    for (String former : cluster.published) {
      if (!former.equals(name)) {
        withdraw(former, name, cluster.alerts > 0);
      }
    }
    List<String> placed = isNew ? forest.knownMembers(root) : joined;
    for (String advertId : placed.stream().distinct().sorted().toList()) {
      output.index(IndexChange.put(new Membership(advertId, name)));
    }
    ClusterProfile profile = profiles.of(cluster, ofContacts);
    output.index(IndexChange.put(profile));
    raiseOrWithdraw(profile, cluster);
    cluster.published = new ArrayList<>(List.of(name));
    forest.update(root, cluster);
  }

  private void tellNetworks(String root, ClusterState cluster, Map<String, Integer> ofContacts)
      throws Exception {
    NetworkNode all = profiles.node(cluster, ofContacts);
    NetworkNode node = leads.isOfCriesForHelp(cluster) ? all.withoutSignsAndRisk() : all;
    if (node.contacts().isEmpty()) {
      return;
    }
    for (String former : cluster.told) {
      if (!former.equals(node.cluster())) {
        output.networks(NetworkNode.gone(former));
      }
    }
    output.networks(node);
    if (!cluster.told.equals(List.of(node.cluster()))) {
      cluster.told = new ArrayList<>(List.of(node.cluster()));
      forest.update(root, cluster);
    }
  }

  /** What people did about an alert is found by its former id, which leads to the present one. */
  private void withdraw(String former, String name, boolean hasAlert) {
    output.index(IndexChange.deleteCluster(former));
    output.index(IndexChange.put(new ClusterAlias(former, name)));
    output.index(IndexChange.deleteAlert(AlertRules.alertId(former)));
    if (hasAlert) {
      output.index(
          IndexChange.put(new ClusterAlias(AlertRules.alertId(former), AlertRules.alertId(name))));
    }
  }

  private void raiseOrWithdraw(ClusterProfile profile, ClusterState cluster) {
    // Those who ask for help are no campaign of somebody's: the lead on them says what they say.
    Optional<Alert> alert =
        leads.isOfCriesForHelp(cluster) ? Optional.empty() : rules.evaluate(profile);
    if (alert.isPresent()) {
      output.index(IndexChange.put(alert.get()));
    } else if (cluster.alerts > 0) {
      output.index(IndexChange.deleteAlert(AlertRules.alertId(profile.id())));
    }
    int now = alert.isPresent() ? 1 : 0;
    alerts.add(now - cluster.alerts);
    if (now > cluster.alerts) {
      alert.ifPresent(raised -> alertCount.raised(raised.rule()));
    } else if (now < cluster.alerts) {
      alertCount.withdrawn();
    }
    cluster.alerts = now;
  }
}
