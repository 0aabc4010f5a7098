package org.vigie.pipeline.fault;

import java.util.Locale;
import org.vigie.files.fault.Failpoint;

/**
 * A place between two steps of durability of the stream at which a test may end the process as a
 * kill would.
 *
 * <p>Armed by {@link Failpoint#SETTING}, as the crawler's are.
 */
public enum StreamFailpoint {
  /** The last saved state is chosen, and what a killed run left beside it still lies there. */
  STATE_CHOSEN,
  /** Some shards of the index are open, others aren't there yet. */
  SHARD_OPENED,
  /** A checkpoint's barrier has reached the index, and nothing of it is committed. */
  INDEX_UNCOMMITTED,
  /** A shard is committed for a checkpoint, others may not be. */
  SHARD_COMMITTED,
  /** All shards of a writer are committed, and Flink doesn't know it. */
  INDEX_COMMITTED,
  /** Lines of dead letters or escalations are on the disk, and their checkpoint isn't complete. */
  LINES_WRITTEN,
  /** A checkpoint is complete, and the index holds its older commits. */
  CHECKPOINT_COMPLETED,
  /** A checkpoint is complete, and a shard has let go of its older commits. */
  COMMITS_RELEASED,
  /** The run is saved, and the list of finished inputs isn't written. */
  SAVEPOINT_TAKEN;

  /** Returns the name used in the setting. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Ends the process if it was asked to end here, now. */
  public void reach() {
    Failpoint.reach(label());
  }
}
