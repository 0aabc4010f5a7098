package org.vigie.pipeline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.ShardWriter;

/**
 * Writes changes to the shards that are this instance's, exactly once.
 *
 * <p>Without Flink state: each checkpoint commits every shard under the checkpoint's number, and a
 * restored job opens each shard as it was at the checkpoint it is restored from. So the index is a
 * function of the checkpoint, whatever was written after it and lost.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class WriteIndex extends ProcessFunction<IndexChange, Void>
    implements CheckpointedFunction, CheckpointListener {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "write-index";

  private final String folder;
  private final ShardOfKey shardOfKey;
  private final int shards;
  private transient Map<Integer, ShardWriter> writers;
  private transient OptionalLong restoredFrom;

  private WriteIndex(Path folder, int shards) {
    this.folder = folder.toString();
    this.shards = shards;
    shardOfKey = new ShardOfKey(shards);
  }

  /** Ends a stream of changes in the index below a folder. */
  public static void attach(DataStream<IndexChange> changes, Path folder, int shards) {
    changes
        .partitionCustom(new ShardOfKey(shards), IndexChange::key)
        .process(new WriteIndex(folder, shards))
        .returns(org.apache.flink.api.common.typeinfo.Types.VOID)
        .name("write index")
        .uid(UID)
        .sinkTo(new DiscardingSink<>())
        .name("index")
        .uid("end-of-index");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    restoredFrom = context.getRestoredCheckpointId();
  }

  @Override
  public void open(OpenContext context) throws IOException {
    writers = new HashMap<>();
    var task = getRuntimeContext().getTaskInfo();
    int step = task.getNumberOfParallelSubtasks();
    for (int shard = task.getIndexOfThisSubtask(); shard < shards; shard += step) {
      writers.put(shard, ShardWriter.open(Workspace.shard(Path.of(folder), shard), restoredFrom));
    }
  }

  @Override
  public void processElement(IndexChange change, Context context, Collector<Void> unused)
      throws IOException {
    ShardWriter writer = writers.get(shardOfKey.shard(change.key()));
    if (writer == null) {
      throw new IllegalStateException(
          "a change must reach the writer of its shard, but " + change.key() + " went astray");
    }
    apply(change, writer);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws IOException {
    for (ShardWriter writer : writers.values()) {
      writer.commit(context.getCheckpointId());
    }
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws IOException {
    for (ShardWriter writer : writers.values()) {
      writer.completed(checkpoint);
    }
  }

  @Override
  public void close() throws IOException {
    if (writers != null) {
      for (ShardWriter writer : writers.values()) {
        writer.close();
      }
    }
  }

  private static void apply(IndexChange change, ShardWriter writer) throws IOException {
    if (change.advert() != null) {
      writer.put(change.advert());
    } else if (change.sighting() != null) {
      writer.put(change.sighting());
    } else if (change.membership() != null) {
      writer.put(change.membership());
    } else if (change.cluster() != null) {
      writer.put(change.cluster());
    } else if (change.alias() != null) {
      writer.put(change.alias());
    } else if (change.alert() != null) {
      writer.put(change.alert());
    } else if (!change.deletedCluster().isEmpty()) {
      writer.deleteCluster(change.deletedCluster());
    } else {
      writer.deleteAlert(change.deletedAlert());
    }
  }
}
