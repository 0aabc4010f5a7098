package org.vigie.pipeline.state;

import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** A checkpoint that is written long after it began, as where disks are slow. */
public final class LateSnapshot {
  private static final int BYTES = 1 << 26;

  /** What an operator does while its checkpoint waits to be written. */
  public interface Work {
    void run() throws Exception;
  }

  private LateSnapshot() {}

  /** Returns what an operator has when the checkpoint begins, whatever it does from then on. */
  public static OperatorSubtaskState of(
      OneInputStreamOperatorTestHarness<?, ?> harness, long checkpoint, Work meanwhile)
      throws Exception {
    OperatorSnapshotFutures begun =
        harness
            .getOperator()
            .snapshotState(
                checkpoint,
                checkpoint,
                CheckpointOptions.forCheckpointWithDefaultLocation(),
                new MemCheckpointStreamFactory(BYTES));
    meanwhile.run();
    return OperatorSnapshotFinalizer.create(begun).getJobManagerOwnedState();
  }
}
