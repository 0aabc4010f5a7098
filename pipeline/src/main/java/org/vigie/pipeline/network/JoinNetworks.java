package org.vigie.pipeline.network;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ContactCut;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.SharedMeaning;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.ControlSigns;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.metric.AlertCount;

/**
 * Joins clusters that name the same contacts into networks, cuts out the contacts that strangers
 * share, and says what that changes in the index.
 *
 * <p>Key: one for all, so one instance: what passes here is one record per changed cluster and
 * checkpoint. State: that of {@link ContactGraph} and {@link NetworkNames}. End of life: the day on
 * which all clusters of a network are forgotten; of a contact that is cut, that on which all
 * clusters that name it are. What the index holds of them stays; a contact that comes back begins
 * another network, whether it was cut or not.
 *
 * <p>All work is done at a checkpoint barrier, when all links between the adverts before it have
 * come. What is in the index then follows from the clusters alone, whatever the order in which they
 * grew; only aliases tell of the past.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class JoinNetworks extends AbstractStreamOperator<IndexChange>
    implements OneInputStreamOperator<NetworkNode, IndexChange> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "join-networks";

  /** The one key. */
  public static final Integer KEY = 0;

  /** Accumulator: alerts about networks raised less those withdrawn. */
  public static final String ALERTS = "network-alerts";

  private static final MapStateDescriptor<String, Boolean> ALERTED =
      new MapStateDescriptor<>("alerted", Types.STRING, Types.BOOLEAN);

  /** Whether a contact was dropped that is cut in the index. */
  private static final ValueStateDescriptor<Boolean> DROPPED_CUTS =
      new ValueStateDescriptor<>("dropped-cuts", Types.BOOLEAN);

  /**
   * Networks of an earlier release have other names, and are named anew as they are judged anew.
   */
  private static final String NAMING = "named after the smallest id";

  /** By which thresholds and rules contacts and networks were judged. */
  private static final ValueStateDescriptor<String> JUDGED_BY =
      new ValueStateDescriptor<>("judged-by", Types.STRING);

  private final String models;
  private final NetworkConfig config;
  private final AlertRuleConfig rules;
  private final LongCounter alerts = new LongCounter();
  private final BusyTime busy = new BusyTime(Stage.CONTACTS);
  private transient ContactGraph graph;
  private transient NetworkNames names;
  private transient CutRule rule;
  private transient CutRule ruleOfFacts;
  private transient NetworkAlerts networkAlerts;
  private transient String judge;
  private transient AlertCount alertCount;
  private transient NetworkRisk risk;

  /** Networks about which an alert stands in the index. */
  private transient MapState<String, Boolean> alerted;

  /** Then a contact that is new may stand there as cut, from before. */
  private transient ValueState<Boolean> droppedCuts;

  private transient ValueState<String> judgedBy;

  /** Clusters that changed, from which components are walked. */
  private transient SortedSet<String> seeds;

  /** Contacts that may join or be cut since clusters changed; those that lost one are in both. */
  private transient SortedSet<String> touched;

  private transient Set<String> shrunk;

  /** Clusters, or some of each part, of what has come apart. */
  private transient Set<String> parted;

  /** Names under which clusters that are no more, or contacts that are cut, were placed. */
  private transient SortedSet<String> left;

  /** Whether clusters were forgotten on the day that is about to begin. */
  private transient boolean forgets;

  /**
   * Clusters that may hang together with forgotten ones alone since networks were last dropped;
   * null until they are dropped for the first time in a run, for which all are looked at.
   */
  private transient @Nullable Set<String> ending;

  public JoinNetworks(Path models, NetworkConfig config, AlertRuleConfig rules) {
    this.models = models.toString();
    this.config = config;
    this.rules = rules;
  }

  @Override
  public void open() throws Exception {
    super.open();
    graph = new ContactGraph(getRuntimeContext());
    names = new NetworkNames(getRuntimeContext());
    rule = new CutRule(config);
    ruleOfFacts = new CutRule(config.ofFacts());
    Taxonomy taxonomy = Taxonomy.load(Path.of(models));
    networkAlerts = new NetworkAlerts(rules, taxonomy);
    judge =
        String.join(
            " ",
            config.toString(),
            rules.toString(),
            ControlSigns.RULE,
            ControlSigns.VERSION,
            NAMING);
    risk = new NetworkRisk(taxonomy, GroupModel.find(Path.of(models), taxonomy));
    alerted = getRuntimeContext().getMapState(ALERTED);
    droppedCuts = getRuntimeContext().getState(DROPPED_CUTS);
    judgedBy = getRuntimeContext().getState(JUDGED_BY);
    getRuntimeContext().addAccumulator(ALERTS, alerts);
    alertCount =
        new AlertCount(getRuntimeContext().getMetricGroup(), NetworkAlerts.RULE, ControlSigns.RULE);
    forgetChanges();
    busy.register(getRuntimeContext());
  }

  @Override
  public void processElement(StreamRecord<NetworkNode> record) throws Exception {
    busy.during(() -> apply(record.getValue()));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    setCurrentKey(KEY);
    busy.during(this::flush);
  }

  @Override
  public void snapshotState(StateSnapshotContext checkpoint) throws Exception {
    super.snapshotState(checkpoint);
    graph.saved();
  }

  @Override
  public void finish() throws Exception {
    setCurrentKey(KEY);
    busy.during(this::flush);
    super.finish();
  }

  /**
   * Clusters are forgotten when a day begins. Until then all that came before has been told, so
   * that what is dropped doesn't hang on when checkpoints are taken.
   */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (forgets) {
      forgets = false;
      setCurrentKey(KEY);
      busy.during(this::forget);
    }
    super.processWatermark(mark);
  }

  private void forget() throws Exception {
    flush();
    if (ending == null) {
      graph.countTies();
    }
    Set<String> walked = new HashSet<>();
    for (String cluster : ending == null ? graph.forgotten() : ending) {
      if (!walked.contains(cluster) && graph.cluster(cluster) != null) {
        Component component = graph.componentOf(cluster);
        walked.addAll(component.clusters.keySet());
        if (component.isForgotten()) {
          drop(component);
        }
      }
    }
    ending = new TreeSet<>();
  }

  private void drop(Component component) throws Exception {
    // Another network may come to bear a former name once this one is forgotten.
    SortedSet<String> placedUnder = component.placedUnder();
    if (!placedUnder.isEmpty()) {
      String name = names.present(placedUnder.first());
      placeAll(component, name);
      names.forget(placedUnder);
      alerted.remove(name);
    }
    if (graph.drop(component)) {
      droppedCuts.update(true);
    }
  }

  private void mayEnd(String cluster) {
    if (ending != null) {
      ending.add(cluster);
    }
  }

  private void apply(NetworkNode node) throws Exception {
    if (node.forgotten()) {
      graph.forget(node.cluster());
      mayEnd(node.cluster());
      forgets = true;
      return;
    }
    if (!node.isGone()) {
      ContactGraph.Change change = graph.put(node);
      touched.addAll(change.gained());
      touched.addAll(change.lost());
      shrunk.addAll(change.lost());
      if (!change.lost().isEmpty()) {
        parted.add(node.cluster());
      }
      if (change.speaksForOthers()) {
        touched.addAll(node.contacts().keySet());
      }
      if (change.reachesNetworks()) {
        seeds.add(node.cluster());
      }
      if (!change.gained().isEmpty() || !change.lost().isEmpty()) {
        // An account is judged by the contacts of its texts.
        node.contacts().keySet().stream().filter(SharedMeaning::isOfParty).forEach(touched::add);
      }
      return;
    }
    seeds.remove(node.cluster());
    @Nullable PlacedNode before = graph.remove(node.cluster());
    if (before != null) {
      touched.addAll(before.node().contacts().keySet());
      shrunk.addAll(before.node().contacts().keySet());
      if (!before.network().isEmpty()) {
        left.add(before.network());
        emit(IndexChange.deleteNetworkMembership(node.cluster()));
      }
    }
  }

  private void flush() throws Exception {
    if (!judge.equals(judgedBy.value())) {
      judgedBy.update(judge);
      touched.addAll(graph.contacts());
      seeds.addAll(graph.placed());
    }
    for (String contact : touched) {
      judge(contact);
    }
    publishComponents();
    forgetChanges();
  }

  /** Says whether a contact joins, and whose components are to be walked if that changed. */
  private void judge(String contact) throws Exception {
    ContactTies ties = graph.contact(contact);
    if (ties == null) {
      return;
    }
    Set<String> tied = Set.copyOf(ties.clusters); // bounding forgets those that it joined so far
    boolean changes = ties.bound();
    String before = ties.cut;
    graph.judged(contact);
    ties.cut = cut(contact, ties);
    if (before.isEmpty() != ties.joins() || (shrunk.contains(contact) && ties.joins())) {
      for (String cluster : tied) {
        if (graph.cluster(cluster) != null) {
          seeds.add(cluster);
          if (before.isEmpty()) {
            parted.add(cluster);
          }
        }
      }
    }
    changes |= !ties.cut.equals(before);
    if (!ties.joins() && !ties.network.isEmpty()) {
      changes = true;
      left.add(ties.network);
      ties.network = "";
      emitOf(contact, IndexChange.deleteNetworkMembership(contact));
    }
    if (!ties.isTied()) {
      end(contact, ties, !before.isEmpty());
      return;
    }
    if (changes) {
      graph.update(contact, ties);
    }
    if (!ties.joins() && !ties.cut.equals(before)) {
      emitOf(contact, IndexChange.put(new ContactCut(contact, ties.cut)));
    } else if (ties.joins() && (!before.isEmpty() || mayHaveBeenCut(contact))) {
      emitOf(contact, IndexChange.deleteContactCut(contact));
    }
  }

  private String cut(String contact, ContactTies ties) throws Exception {
    Collection<NetworkNode> clusters = graph.tied(ties);
    if (SharedMeaning.isOfParty(contact)) {
      return rule.reasonOfParty(ties.countless, clusters);
    }
    CutRule judging = SharedMeaning.isOfFacts(contact) ? ruleOfFacts : rule;
    return judging.reason(ties.countless, clusters);
  }

  /** Drops a contact that no cluster names any more. */
  private void end(String contact, ContactTies ties, boolean wasCut) throws Exception {
    graph.drop(contact);
    if (!ties.network.isEmpty()) {
      emitOf(contact, IndexChange.deleteNetworkMembership(contact));
    }
    if (ties.countless) {
      droppedCuts.update(true);
    } else if (wasCut) {
      emitOf(contact, IndexChange.deleteContactCut(contact));
    }
  }

  private boolean mayHaveBeenCut(String contact) throws Exception {
    return graph.isBegun(contact) && droppedCuts.value() != null;
  }

  private void publishComponents() throws Exception {
    Set<String> walked = new HashSet<>();
    Set<String> standing = new HashSet<>();
    // Former name → the networks that its members stand in now.
    SortedMap<String, SortedSet<String>> formers = new TreeMap<>();
    Set<String> emptied = new HashSet<>(left);
    for (String name : left) {
      formers.put(names.present(name), new TreeSet<>());
    }
    for (String seed : seeds) {
      if (!walked.contains(seed)) {
        Component component = graph.componentOf(seed);
        walked.addAll(component.clusters.keySet());
        if (component.isForgotten()) {
          mayEnd(seed); // what it hung together with is gone
        }
        String name = component.isNetwork() ? component.name() : "";
        if (component.isNetwork() && Collections.disjoint(parted, component.clusters.keySet())) {
          grow(component, name);
        } else {
          emptied.addAll(component.placedUnder());
          place(component, name, formers);
        }
        if (component.isNetwork()) {
          standing.add(name);
          publish(component);
        }
      }
    }
    formers.keySet().removeAll(standing);
    for (var former : formers.entrySet()) {
      withdraw(former.getKey(), former.getValue());
    }
    names.forget(emptied);
  }

  /** Places what is new to a network, and lets the names lead to it that its parts had. */
  private void grow(Component component, String name) throws Exception {
    for (String placedUnder : component.placedUnder()) {
      String former = names.present(placedUnder);
      if (!former.equals(name)) {
        withdraw(former, new TreeSet<>(Set.of(name)));
        names.lead(former, name);
      }
    }
    for (var member : component.clusters.entrySet()) {
      if (member.getValue().network().isEmpty()) {
        emitPlace(member.getKey(), name);
        graph.placeCluster(member.getKey(), name);
      }
    }
    for (var member : component.contacts.entrySet()) {
      if (member.getValue().network.isEmpty()) {
        emitPlace(member.getKey(), name);
        graph.placeContact(member.getKey(), name);
      }
    }
  }

  private void publish(Component component) throws Exception {
    NetworkProfile profile = risk.assess(component.profile(), component.nodes());
    emit(IndexChange.put(profile));
    Optional<Alert> alert = networkAlerts.evaluate(profile, component.nodes());
    if (alert.isEmpty()) {
      withdrawAlert(profile.id());
      return;
    }
    emit(IndexChange.put(alert.get()));
    if (!alerted.contains(profile.id())) {
      alerted.put(profile.id(), true);
      alerts.add(1);
      alertCount.raised(alert.get().rule());
    }
  }

  private void withdrawAlert(String network) throws Exception {
    if (alerted.contains(network)) {
      alerted.remove(network);
      alerts.add(-1);
      alertCount.withdrawn();
      emit(IndexChange.deleteAlert(NetworkAlerts.alertId(network)));
    }
  }

  /** Moves a component's members to its network, or to none. */
  private void place(Component component, String name, SortedMap<String, SortedSet<String>> formers)
      throws Exception {
    for (String placedUnder : component.placedUnder()) {
      SortedSet<String> present =
          formers.computeIfAbsent(names.present(placedUnder), unused -> new TreeSet<>());
      if (!name.isEmpty()) {
        present.add(name);
      }
    }
    placeAll(component, name);
  }

  private void placeAll(Component component, String name) throws Exception {
    for (var member : component.clusters.entrySet()) {
      if (!member.getValue().network().equals(name)) {
        emitPlace(member.getKey(), name);
        graph.placeCluster(member.getKey(), name);
      }
    }
    for (var member : component.contacts.entrySet()) {
      if (!member.getValue().network.equals(name)) {
        emitPlace(member.getKey(), name);
        graph.placeContact(member.getKey(), name);
      }
    }
  }

  private void emitPlace(String member, String name) {
    emitOf(
        member,
        name.isEmpty()
            ? IndexChange.deleteNetworkMembership(member)
            : IndexChange.put(new NetworkMembership(member, name)));
  }

  private void withdraw(String former, SortedSet<String> present) throws Exception {
    emit(IndexChange.deleteNetwork(former));
    boolean hadAlert = alerted.contains(former);
    withdrawAlert(former);
    if (!present.isEmpty()) {
      emit(IndexChange.put(new ClusterAlias(former, present.first())));
      if (hadAlert) {
        // What people did about an alert is found by its former id.
        String now = NetworkAlerts.alertId(present.first());
        emit(IndexChange.put(new ClusterAlias(NetworkAlerts.alertId(former), now)));
      }
    }
  }

  private void forgetChanges() {
    seeds = new TreeSet<>();
    touched = new TreeSet<>();
    shrunk = new HashSet<>();
    parted = new HashSet<>();
    left = new TreeSet<>();
    graph.forgetChanges();
  }

  /** Nobody looks for what is said alike by its hash: the edges of its network tell of it. */
  private void emitOf(String member, IndexChange change) {
    if (!SharedMeaning.isOne(member)) {
      emit(change);
    }
  }

  private void emit(IndexChange change) {
    output.collect(new StreamRecord<>(change));
  }
}
