package org.vigie.pipeline.state;

import java.util.List;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** A checkpoint that is written long after it began, as where disks are slow. */
public final class LateSnapshot {
  private static final int BYTES = 1 << 26;

  private LateSnapshot() {}

  /**
   * Returns what an operator has when the checkpoint begins.
   *
   * @param meanwhile what it takes in before that is written, and lets go of at the next barrier:
   *     to be lost, as by a kill
   */
  public static <T> OperatorSubtaskState of(
      OneInputStreamOperatorTestHarness<T, ?> harness, long checkpoint, List<T> meanwhile)
      throws Exception {
    OperatorSnapshotFutures begun =
        harness
            .getOperator()
            .snapshotState(
                checkpoint,
                checkpoint,
                CheckpointOptions.forCheckpointWithDefaultLocation(),
                new MemCheckpointStreamFactory(BYTES));
    for (T input : meanwhile) {
      harness.processElement(input, 0);
    }
    harness.prepareSnapshotPreBarrier(checkpoint + 1);
    return OperatorSnapshotFinalizer.create(begun).getJobManagerOwnedState();
  }
}
