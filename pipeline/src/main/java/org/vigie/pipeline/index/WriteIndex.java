package org.vigie.pipeline.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.fault.StreamFailpoint;
import org.vigie.pipeline.index.IndexChange.Deletion;
import org.vigie.search.shard.ShardWriter;

/**
 * Writes changes to the shards that are this instance's, exactly once.
 *
 * <p>State: the number of the checkpoint, under which every shard is committed. A restored job
 * opens each shard as it was at that number, so the index is a function of the checkpoint, whatever
 * was written after it and lost. Flink's own word on what a job is restored from reaches only
 * operators that have state. End of life: the workspace's; one number.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class WriteIndex extends ProcessFunction<IndexChange, Void>
    implements CheckpointedFunction, CheckpointListener {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "write-index";

  /** Accumulator: changes that were written, whether saved or not. */
  public static final String CHANGES = "index-changes";

  private static final ListStateDescriptor<Long> CHECKPOINT =
      new ListStateDescriptor<>("checkpoint", Long.class);

  private final IndexPlace place;
  private final ShardOfKey shardOfKey;
  private final int shards;
  private final BusyTime busy = new BusyTime(Stage.INDEX);
  private final LongCounter written = new LongCounter();
  private transient Map<Integer, OpenShard> writers;
  private transient ListState<Long> checkpoint;
  private transient IndexFigures figures;
  private transient OptionalLong restoredFrom;

  private WriteIndex(IndexPlace place, int shards) {
    this.place = place;
    this.shards = shards;
    shardOfKey = new ShardOfKey(shards);
  }

  /** Ends a stream of changes in an index. */
  public static void attach(DataStream<IndexChange> changes, IndexPlace place, int shards) {
    changes
        .partitionCustom(new ShardOfKey(shards), IndexChange::key)
        .process(new WriteIndex(place, shards))
        .returns(org.apache.flink.api.common.typeinfo.Types.VOID)
        .name("write index")
        .uid(UID)
        .sinkTo(new DiscardingSink<>())
        .name("index")
        .uid("end-of-index");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    // Union: whatever the parallelism becomes, each instance sees the number.
    checkpoint = context.getOperatorStateStore().getUnionListState(CHECKPOINT);
    restoredFrom = OptionalLong.empty();
    for (long number : checkpoint.get()) {
      restoredFrom = OptionalLong.of(number);
    }
  }

  @Override
  public void open(OpenContext context) throws IOException {
    busy.register(getRuntimeContext());
    LocalCounts.add(getRuntimeContext(), CHANGES, written);
    writers = new HashMap<>();
    var task = getRuntimeContext().getTaskInfo();
    int step = task.getNumberOfParallelSubtasks();
    for (int shard = task.getIndexOfThisSubtask(); shard < shards; shard += step) {
      writers.put(shard, OpenShard.open(place, shard, restoredFrom));
      StreamFailpoint.SHARD_OPENED.reach();
    }
    figures =
        new IndexFigures(
            getRuntimeContext().getMetricGroup(),
            writers.values().stream().map(OpenShard::writer).toList());
  }

  @Override
  public void processElement(IndexChange change, Context context, Collector<Void> unused)
      throws IOException {
    OpenShard shard = writers.get(shardOfKey.shard(change.key()));
    if (shard == null) {
      throw new IllegalStateException(
          "a change must reach the writer of its shard, but " + change.key() + " went astray");
    }
    busy.during(() -> apply(change, shard.writer()));
    written.add(1);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    long number = context.getCheckpointId();
    StreamFailpoint.INDEX_UNCOMMITTED.reach();
    busy.during(() -> commit(number));
    figures.committed();
    StreamFailpoint.INDEX_COMMITTED.reach();
    checkpoint.update(List.of(number));
  }

  private void commit(long number) throws IOException {
    for (OpenShard writer : writers.values()) {
      writer.commit(number);
      StreamFailpoint.SHARD_COMMITTED.reach();
    }
  }

  @Override
  public void notifyCheckpointComplete(long number) throws IOException {
    StreamFailpoint.CHECKPOINT_COMPLETED.reach();
    for (OpenShard writer : writers.values()) {
      writer.completed(number);
      StreamFailpoint.COMMITS_RELEASED.reach();
    }
  }

  @Override
  public void close() throws IOException {
    if (writers != null) {
      for (OpenShard writer : writers.values()) {
        writer.close();
      }
    }
  }

  static void apply(IndexChange change, ShardWriter writer) throws IOException {
    switch (change) {
      case IndexChange.PutAdvert(var advert) -> writer.put(advert);
      case IndexChange.PutSighting(var seen) -> writer.put(seen.sighting(), seen.memory());
      case IndexChange.PutMembership(var membership) -> writer.put(membership);
      case IndexChange.PutCluster(var cluster) -> writer.put(cluster);
      case IndexChange.PutAlias(var alias) -> writer.put(alias);
      case IndexChange.PutAlert(var alert) -> writer.put(alert);
      case IndexChange.PutContact(var known) -> writer.put(known.profile(), known.memory());
      case IndexChange.PutContactCut(var cut) -> writer.put(cut);
      case IndexChange.PutNetwork(var network) -> writer.put(network);
      case IndexChange.PutNetworkMembership(var membership) -> writer.put(membership);
      case IndexChange.PutVersions(var versions) -> writer.put(versions);
      case IndexChange.Delete(String name, Deletion what) -> delete(what, name, writer);
    }
  }

  private static void delete(Deletion what, String name, ShardWriter writer) throws IOException {
    switch (what) {
      case CLUSTER -> writer.deleteCluster(name);
      case ALERT -> writer.deleteAlert(name);
      case NETWORK -> writer.deleteNetwork(name);
      case NETWORK_MEMBERSHIP -> writer.deleteNetworkMembership(name);
      case CONTACT_CUT -> writer.deleteContactCut(name);
      case ALIAS -> writer.deleteAlias(name);
    }
  }
}
