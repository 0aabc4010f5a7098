package org.vigie.pipeline.cluster;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.vigie.pipeline.count.LocalCounts;
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
 * <p>An operator, no function, since changes are held back until the next checkpoint barrier: so a
 * cluster that grows by a thousand adverts is written once, and nothing is held at a checkpoint.
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
  private transient Regrouping regrouping;

  /** Whether the rulings of this run have been applied to what came in runs before. */
  private transient boolean isRegrouped;

  /** Whether what was saved is named after earliest adverts. */
  private transient boolean namesAnew;

  private transient ToldClusters told;
  private transient ChangedClusters changed;
  private transient int heldBack;

  /**
   * Makes the operator.
   *
   * @param prompt when changes are let go
   * @param rulings what people said of which adverts belong together
   * @param horizon how long clusters are remembered
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
    Taxonomy taxonomy = Taxonomy.load(Path.of(models));
    changed = new ChangedClusters();
    LocalCounts.add(getRuntimeContext(), ALERTS, alerts);
    LocalCounts.add(getRuntimeContext(), FORGOTTEN, forgotten);
    ClusterOutput outputs = new ClusterOutput(output);
    told =
        new ToldClusters(
            forest,
            new ClusterProfiles(taxonomy, GroupModel.find(Path.of(models), taxonomy)),
            new AlertRules(rules, taxonomy),
            new ClusterLeads(new LeadText(watch, rules.complaints(), taxonomy), outputs),
            alerts,
            new AlertCount(
                getRuntimeContext().getMetricGroup(),
                AlertRules.CAMPAIGN,
                ControlSigns.RULE,
                AlertRules.CROSS_CHANNEL,
                AlertRules.BURST,
                AlertRules.RISK),
            outputs);
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
        told.end(root, cluster);
      }
      List<String> members = forest.dissolve(root);
      adverts.addAll(members);
      forgotten.add(members.size());
    }
    regrouping.forget(adverts);
  }

  private void join(ClusterInput input) throws Exception {
    switch (input) {
      case ClusterInput.Newcomer(Member member) -> add(member);
      case ClusterInput.Link(var link) -> link(link.left(), link.right());
      case ClusterInput.StillSeen(String id, long day) -> forest.stillSeen(id, day);
      case ClusterInput.OfContact(var shown) -> {
        Set<String> clusters = signs.take(shown);
        clusters.forEach(changed::add);
        heldBack += clusters.size();
      }
    }
  }

  private void add(Member member) throws Exception {
    String id = member.advertId();
    changed.add(forest.add(member), id);
    List<String> waiting = regrouping.placed(id);
    regrouping.joinAsRuled(id).forEach(changed::join);
    for (String other : waiting) {
      link(id, other);
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
    if (regrouping.joins(left, right)) {
      forest.join(left, right).ifPresent(changed::join);
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
      busy.during(() -> told.rename(regrouping.apply(), changed));
    }
  }

  /** Lets clusters of an earlier release go on under the names that they would have in this one. */
  private void nameAnew() throws Exception {
    for (String root : forest.nameAnew()) {
      changed.put(root, List.of());
    }
    publishChanges(); // before what rulings part
  }

  private void flush() throws Exception {
    busy.during(this::publishChanges);
  }

  private void publishChanges() throws Exception {
    for (var entry : changed.newcomers().entrySet()) {
      String root = entry.getKey();
      ClusterState cluster = forest.cluster(root);
      if (cluster != null) {
        told.tell(root, cluster, signs.of(root, cluster), entry.getValue());
      }
    }
    changed.clear();
    heldBack = 0;
  }
}
