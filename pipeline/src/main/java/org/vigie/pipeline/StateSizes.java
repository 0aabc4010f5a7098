package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.vigie.pipeline.workspace.Workspace;

/**
 * How many bytes each operator's state takes where a job was last saved.
 *
 * @param byOperator name of the operator → bytes, of those that have state
 */
public record StateSizes(SortedMap<String, Long> byOperator) {
  public StateSizes {
    byOperator = Collections.unmodifiableSortedMap(new TreeMap<>(byOperator));
  }

  /**
   * Reads them from the newest savepoint or checkpoint of a workspace.
   *
   * @throws IOException if there is none, or it can't be read
   */
  public static StateSizes of(Workspace workspace) throws IOException {
    Path newest =
        new SavedState(workspace.state())
            .newest()
            .orElseThrow(() -> new IOException(workspace.state() + " must hold a saved state"));
    SortedMap<String, Long> sizes = new TreeMap<>();
    for (OperatorState operator : SavedState.metadata(newest).getOperatorStates()) {
      String name = operator.getOperatorName().orElse(operator.getOperatorID().toString());
      sizes.merge(name, operator.getStateSize(), Long::sum);
    }
    sizes.values().removeIf(bytes -> bytes == 0);
    return new StateSizes(sizes);
  }

  /** Returns the bytes of all. */
  public long sum() {
    return byOperator.values().stream().mapToLong(bytes -> bytes).sum();
  }
}
