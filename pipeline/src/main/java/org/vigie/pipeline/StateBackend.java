package org.vigie.pipeline;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;

/** Where a job keeps its state while it runs. */
public enum StateBackend {
  /** On the heap: fast, and no larger than that. Runs on one machine use it. */
  HASHMAP,
  /** In RocksDB on the local disk; a checkpoint holds what is new since the one before. */
  ROCKSDB;

  void addTo(Configuration flink) {
    flink.set(StateBackendOptions.STATE_BACKEND, this == ROCKSDB ? "rocksdb" : "hashmap");
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, this == ROCKSDB);
  }
}
