package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.AlertRules;
import org.vigie.pipeline.alert.ControlSigns;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.alert.LeadText;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.metric.AlertCount;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.state.Horizon;

/**
 * Joins linked adverts into clusters, and says what that changes in the index.
 *
 * <p>Key: one for all, so one instance: what passes here is small. State: that of {@link
 * ClusterForest} and {@link SignsOfContacts}. End of life: the day on which the horizon has passed
 * the last advert of a cluster, as far as it is {@linkplain Horizon#isRefreshed told of}. What the
 * index holds of it stays. If the advert after which it is named comes back and is joined again,
 * the cluster has its name again, and its sums begin anew.
 *
 * <p>An advert is placed once, under the name that its cluster has then: a former name leads to the
 * present one, and none but the cluster itself bears it as long as the cluster is remembered. When
 * that ends, and when rulings part a cluster, its adverts are placed under its last name.
 *
 * <p>An operator rather than a function, because changes are held back until the next checkpoint
 * barrier: so a cluster that grows by a thousand adverts is written once, and nothing is held at a
 * checkpoint.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class JoinClusters extends AbstractStreamOperator<IndexChange>
    implements OneInputStreamOperator<ClusterInput, IndexChange> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "join-clusters";

  /** The one key. */
  public static final Integer KEY = 0;

  /** Side output: clusters that changed and name contacts, a single advert being one. */
  public static final OutputTag<NetworkNode> NODES =
      new OutputTag<>("nodes", TypeInformation.of(NetworkNode.class));

  /** Side output: what stored queries and watched texts have to say of clusters. */
  public static final OutputTag<Lead> LEADS =
      new OutputTag<>("leads", TypeInformation.of(Lead.class));

  /** Accumulator: alerts raised less those withdrawn in this run. */
  public static final String ALERTS = "cluster-alerts";

  /** Bounds what is held back, and so the time that a barrier waits. */
  private static final int MAX_HELD_BACK = 20_000;

  /** Operator state: how clusters were named when it was saved; empty after the earliest advert. */
  private static final ListStateDescriptor<String> NAMED_AFTER =
      new ListStateDescriptor<>("named-after", Types.STRING);

  private static final String SMALLEST_ID = "smallest-id";

  /** Accumulator: adverts whose clusters were dropped in this run at the end of their life. */
  public static final String FORGOTTEN = "forgotten-members";

  private final String models;
  private final AlertRuleConfig rules;
  private final Watch watch;
  private final PromptFlush prompt;
  private final LongCounter alerts = new LongCounter();
  private final BusyTime busy = new BusyTime(Stage.CLUSTER);
  private final ClusterRulings rulings;
  private final Horizon horizon;
  private final LongCounter forgotten = new LongCounter();
  private long forgottenUntil = Long.MIN_VALUE;
  private transient ClusterForest forest;
  private transient SignsOfContacts signs;
  private transient ClusterProfiles profiles;
  private transient Regrouping regrouping;

  /** Whether the rulings of this run have been applied to what came in runs before. */
  private transient boolean isRegrouped;

  /** Whether what was saved is named after earliest adverts. */
  private transient boolean namesAnew;

  private transient AlertRules alertRules;
  private transient LeadText leads;
  private transient AlertCount alertCount;

  /**
   * Root → adverts that joined it since the last flush; a root without any has changed otherwise.
   */
  private transient SortedMap<String, List<String>> changed;

  private transient int heldBack;

  /**
   * Makes the operator.
   *
   * @param prompt when changes are let go
   * @param rulings what people said of which adverts belong together
   * @param horizon how long clusters are remembered after their last advert was seen
   */
  public JoinClusters(
      Path models,
      AlertRuleConfig rules,
      Watch watch,
      PromptFlush prompt,
      ClusterRulings rulings,
      Horizon horizon) {
    this.horizon = horizon.untilRefreshed();
    this.prompt = prompt;
    this.rulings = rulings;
    this.models = models.toString();
    this.rules = rules;
    this.watch = watch;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ListState<String> namedAfter = context.getOperatorStateStore().getListState(NAMED_AFTER);
    namesAnew = context.isRestored() && !namedAfter.get().iterator().hasNext();
    namedAfter.update(List.of(SMALLEST_ID));
  }

  @Override
  public void open() throws Exception {
    super.open();
    forest = new ClusterForest(getRuntimeContext());
    signs = new SignsOfContacts(getRuntimeContext(), forest);
    regrouping = new Regrouping(rulings, watch, forest, getRuntimeContext());
    Taxonomy taxonomy = loadTaxonomy();
    profiles = new ClusterProfiles(taxonomy, GroupModel.find(Path.of(models), taxonomy));
    alertRules = new AlertRules(rules, taxonomy);
    leads = new LeadText(watch.matchers(), taxonomy);
    changed = new TreeMap<>();
    getRuntimeContext().addAccumulator(ALERTS, alerts);
    getRuntimeContext().addAccumulator(FORGOTTEN, forgotten);
    alertCount =
        new AlertCount(
            getRuntimeContext().getMetricGroup(),
            AlertRules.CAMPAIGN,
            ControlSigns.RULE,
            AlertRules.CROSS_CHANNEL,
            AlertRules.BURST,
            AlertRules.RISK);
    busy.register(getRuntimeContext());
  }

  @Override
  public void processElement(StreamRecord<ClusterInput> record) throws Exception {
    regroup();
    busy.during(() -> join(record.getValue()));
    if (++heldBack >= MAX_HELD_BACK) {
      flush();
    } else {
      prompt.changed(getProcessingTimeService(), this::flushUnderKey);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long last = horizon.lastPast(mark.getTimestamp());
    if (last > forgottenUntil) {
      forgottenUntil = last;
      setCurrentKey(KEY);
      regroup();
      busy.during(() -> forget(last));
    }
    super.processWatermark(mark);
  }

  private void forget(long last) throws Exception {
    Set<String> old = forest.endedBy(last);
    if (old.isEmpty() && !signs.hasForgotten()) {
      return;
    }
    publishChanges(); // before what they are about is gone
    signs.dropForgotten();
    Set<String> adverts = new HashSet<>();
    for (String root : old) {
      ClusterState cluster = forest.cluster(root);
      if (cluster != null) {
        tellThatItEnds(cluster);
        placeUnderItsName(root, cluster);
      }
      List<String> members = forest.dissolve(root);
      adverts.addAll(members);
      forgotten.add(members.size());
    }
    regrouping.forget(adverts);
  }

  private void tellThatItEnds(ClusterState cluster) {
    for (String name : cluster.told) {
      output.collect(NODES, new StreamRecord<>(NetworkNode.forgotten(name)));
    }
    for (String name : cluster.led) {
      for (String matcher : new TreeSet<>(cluster.matches.keySet())) {
        output.collect(LEADS, new StreamRecord<>(Lead.forgotten(matcher, name)));
      }
    }
  }

  /** Another cluster may come to bear a former name once this one is forgotten. */
  private void placeUnderItsName(String root, ClusterState cluster) throws Exception {
    if (cluster.hasFormerNames) {
      for (String advertId : new TreeSet<>(forest.knownMembers(root))) {
        emit(IndexChange.put(new Membership(advertId, cluster.name())));
      }
    }
  }

  private void join(ClusterInput input) throws Exception {
    if (input.member() != null) {
      String root = forest.add(input.member());
      String id = input.member().advertId();
      changed.computeIfAbsent(root, unused -> new ArrayList<>()).add(id);
      for (List<String> link : regrouping.placed(id)) {
        link(link.getFirst(), link.getLast());
      }
    } else if (input.link() != null) {
      link(input.link().left(), input.link().right());
    } else if (input.still() != null) {
      forest.stillSeen(input.still().advertId(), input.still().day());
    } else if (input.signs() != null) {
      for (String root : signs.take(input.signs())) {
        changed.computeIfAbsent(root, unused -> new ArrayList<>());
        heldBack++;
      }
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    setCurrentKey(KEY);
    regroup();
    flush();
  }

  @Override
  public void snapshotState(StateSnapshotContext checkpoint) throws Exception {
    super.snapshotState(checkpoint);
    forest.saved();
  }

  @Override
  public void finish() throws Exception {
    flushUnderKey();
    super.finish();
  }

  private void flushUnderKey() throws Exception {
    setCurrentKey(KEY);
    flush();
  }

  private void link(String left, String right) throws Exception {
    if (!regrouping.holdsBack(left, right) && !regrouping.refuses(left, right)) {
      join(left, right);
    }
  }

  private void join(String left, String right) throws Exception {
    Optional<ClusterForest.Join> join = forest.join(left, right);
    if (join.isPresent()) {
      List<String> newcomers =
          changed.computeIfAbsent(join.get().root(), unused -> new ArrayList<>());
      newcomers.addAll(join.get().newcomers());
      List<String> moved = changed.remove(join.get().joined());
      if (moved != null) {
        newcomers.addAll(moved);
      }
    }
  }

  /** Applies rulings before anything new, so that it finds the clusters that people left. */
  private void regroup() throws Exception {
    if (!isRegrouped) {
      isRegrouped = true;
      forest.keepEnds();
      if (namesAnew) {
        busy.during(this::nameAnew);
      }
      busy.during(() -> publish(regrouping.apply()));
    }
  }

  /** Lets clusters of an earlier release go on under the names that they would have in this one. */
  private void nameAnew() throws Exception {
    for (String root : forest.nameAnew()) {
      changed.put(root, new ArrayList<>());
    }
    publishChanges(); // before what rulings part
  }

  private void publish(Regrouping.Regrouped regrouped) throws Exception {
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
          emit(IndexChange.put(new Membership(id, id)));
        }
        changed.put(root, new ArrayList<>(entry.getValue()));
      }
    }
    for (String name : renames.published()) {
      leadOn(name);
      emit(IndexChange.deleteCluster(name));
      emit(IndexChange.deleteAlert(AlertRules.alertId(name)));
    }
    alerts.add(-renames.alerts());
    for (String name : renames.told()) {
      output.collect(NODES, new StreamRecord<>(NetworkNode.gone(name)));
    }
    for (Lead lead : renames.leads()) {
      output.collect(LEADS, new StreamRecord<>(lead));
    }
  }

  /** Lets a name that is gone lead to the cluster of the advert after which it was named. */
  private void leadOn(String former) throws Exception {
    ClusterState cluster = forest.cluster(forest.rootOf("a-" + former.substring(2)));
    if (cluster != null && cluster.size >= 2) {
      emit(IndexChange.put(new ClusterAlias(former, cluster.name())));
    } else {
      // It may still lead to a cluster that it was one with by a ruling that was undone.
      emit(IndexChange.deleteAlias(former));
    }
  }

  private void flush() throws Exception {
    busy.during(this::publishChanges);
  }

  private void publishChanges() throws Exception {
    for (var entry : changed.entrySet()) {
      ClusterState cluster = forest.cluster(entry.getKey());
      if (cluster != null) {
        Map<String, Integer> ofContacts = signs.of(entry.getKey(), cluster);
        if (cluster.size >= 2) {
          publish(entry.getKey(), cluster, ofContacts, entry.getValue());
        }
        tellNetworks(entry.getKey(), cluster, ofContacts);
        lead(entry.getKey(), cluster, ofContacts);
      }
    }
    changed.clear();
    heldBack = 0;
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
      emit(IndexChange.put(new Membership(advertId, name)));
    }
    ClusterProfile profile = profiles.of(cluster, ofContacts);
    emit(IndexChange.put(profile));
    raiseOrWithdraw(profile, cluster);
    cluster.published = new ArrayList<>(List.of(name));
    forest.update(root, cluster);
  }

  private void tellNetworks(String root, ClusterState cluster, Map<String, Integer> ofContacts)
      throws Exception {
    NetworkNode node = cluster.node(profiles.wholes(cluster, ofContacts));
    if (node.contacts().isEmpty()) {
      return;
    }
    for (String former : cluster.told) {
      if (!former.equals(node.cluster())) {
        output.collect(NODES, new StreamRecord<>(NetworkNode.gone(former)));
      }
    }
    output.collect(NODES, new StreamRecord<>(node));
    if (!cluster.told.equals(List.of(node.cluster()))) {
      cluster.told = new ArrayList<>(List.of(node.cluster()));
      forest.update(root, cluster);
    }
  }

  private void lead(String root, ClusterState cluster, Map<String, Integer> ofContacts)
      throws Exception {
    if (cluster.matches.isEmpty()) {
      return;
    }
    String subject = cluster.subject();
    ClusterProfile profile = profiles.of(cluster, ofContacts);
    for (var match : new TreeMap<>(cluster.matches).entrySet()) {
      for (String former : cluster.led) {
        if (!former.equals(subject)) {
          output.collect(LEADS, new StreamRecord<>(Lead.gone(match.getKey(), former)));
          leadOnAlert(match.getKey(), former, subject);
        }
      }
      Matches matches = match.getValue();
      leads
          .of(match.getKey(), subject, matches.adverts(), matches.last(), profile)
          .map(alert -> new Lead(match.getKey(), subject, matches.first(), alert))
          .ifPresent(found -> output.collect(LEADS, new StreamRecord<>(found)));
    }
    if (!cluster.led.equals(List.of(subject))) {
      cluster.led = new ArrayList<>(List.of(subject));
      forest.update(root, cluster);
    }
  }

  private void leadOnAlert(String matcher, String former, String subject) {
    Optional<String> before = leads.id(matcher, former);
    Optional<String> now = leads.id(matcher, subject);
    if (before.isPresent() && now.isPresent()) {
      emit(IndexChange.put(new ClusterAlias(before.get(), now.get())));
    }
  }

  /** What people did about an alert is found by its former id, which leads to the present one. */
  private void withdraw(String former, String name, boolean hasAlert) {
    emit(IndexChange.deleteCluster(former));
    emit(IndexChange.put(new ClusterAlias(former, name)));
    emit(IndexChange.deleteAlert(AlertRules.alertId(former)));
    if (hasAlert) {
      emit(IndexChange.put(new ClusterAlias(AlertRules.alertId(former), AlertRules.alertId(name))));
    }
  }

  private void raiseOrWithdraw(ClusterProfile profile, ClusterState cluster) {
    Optional<Alert> alert = alertRules.evaluate(profile);
    if (alert.isPresent()) {
      emit(IndexChange.put(alert.get()));
    } else if (cluster.alerts > 0) {
      emit(IndexChange.deleteAlert(AlertRules.alertId(profile.id())));
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

  private void emit(IndexChange change) {
    output.collect(new StreamRecord<>(change));
  }

  private Taxonomy loadTaxonomy() throws IOException {
    return Taxonomy.load(Path.of(models));
  }
}
