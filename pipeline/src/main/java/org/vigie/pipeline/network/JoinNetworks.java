package org.vigie.pipeline.network;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.NetworkProfile;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.ControlSigns;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.index.IndexChange;

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
  private transient ContactCuts cuts;
  private transient NetworkPlaces places;
  private transient StandingAlerts standingAlerts;
  private transient NetworkOutput changesOfIndex;
  private transient NetworkChanges changes;
  private transient String judge;
  private transient NetworkRisk risk;
  private transient ValueState<String> judgedBy;

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
    changesOfIndex = new NetworkOutput(change -> output.collect(new StreamRecord<>(change)));
    graph = new ContactGraph(getRuntimeContext());
    names = new NetworkNames(getRuntimeContext());
    cuts = new ContactCuts(config, graph, getRuntimeContext(), changesOfIndex);
    Taxonomy taxonomy = Taxonomy.load(Path.of(models));
    judge =
        String.join(
            " ",
            config.toString(),
            rules.toString(),
            ControlSigns.RULE,
            ControlSigns.VERSION,
            NAMING);
    risk = new NetworkRisk(taxonomy, GroupModel.find(Path.of(models), taxonomy));
    judgedBy = getRuntimeContext().getState(JUDGED_BY);
    LocalCounts.add(getRuntimeContext(), ALERTS, alerts);
    standingAlerts =
        new StandingAlerts(
            new NetworkAlerts(rules, taxonomy), getRuntimeContext(), alerts, changesOfIndex);
    places = new NetworkPlaces(graph, names, standingAlerts, changesOfIndex);
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
    places.end(component);
    if (graph.drop(component)) {
      cuts.dropped();
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
      changes.put(node, graph.put(node));
      return;
    }
    changes.seeds.remove(node.cluster());
    @Nullable PlacedNode before = graph.remove(node.cluster());
    if (before != null) {
      changes.removed(before);
      if (!before.network().isEmpty()) {
        changesOfIndex.emit(IndexChange.deleteNetworkMembership(node.cluster()));
      }
    }
  }

  private void flush() throws Exception {
    if (!judge.equals(judgedBy.value())) {
      judgedBy.update(judge);
      changes.touched.addAll(graph.contacts());
      changes.seeds.addAll(graph.placed());
    }
    for (String contact : changes.touched) {
      cuts.judge(contact, changes);
    }
    publishComponents();
    forgetChanges();
  }

  private void publishComponents() throws Exception {
    Set<String> walked = new HashSet<>();
    Set<String> standing = new HashSet<>();
    SortedMap<String, SortedSet<String>> formers = places.formers(changes.left);
    Set<String> emptied = new HashSet<>(changes.left);
    for (String seed : changes.seeds) {
      if (!walked.contains(seed)) {
        Component component = graph.componentOf(seed);
        walked.addAll(component.clusters.keySet());
        if (component.isForgotten()) {
          mayEnd(seed); // what it hung together with is gone
        }
        String name = component.isNetwork() ? component.name() : "";
        if (component.isNetwork()
            && Collections.disjoint(changes.parted, component.clusters.keySet())) {
          places.grow(component, name);
        } else {
          emptied.addAll(component.placedUnder());
          places.place(component, name, formers);
        }
        if (component.isNetwork()) {
          standing.add(name);
          publish(component);
        }
      }
    }
    formers.keySet().removeAll(standing);
    for (var former : formers.entrySet()) {
      places.withdraw(former.getKey(), former.getValue());
    }
    names.forget(emptied);
  }

  private void publish(Component component) throws Exception {
    NetworkProfile profile = risk.assess(component.profile(), component.nodes());
    changesOfIndex.emit(IndexChange.put(profile));
    standingAlerts.judge(profile, component.nodes());
  }

  private void forgetChanges() {
    changes = new NetworkChanges();
    graph.forgetChanges();
  }
}
