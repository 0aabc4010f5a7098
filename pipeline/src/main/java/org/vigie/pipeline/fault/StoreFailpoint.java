package org.vigie.pipeline.fault;

import java.util.Locale;
import org.vigie.files.fault.Failpoint;

/**
 * A place between two steps of copying a shard at which a test may end the process as a kill would;
 * armed as {@link StreamFailpoint} is.
 */
public enum StoreFailpoint {
  /** A file of a shard is copied, others may not be. */
  SHARD_FILE_COPIED,
  /** All files of a shard are copied, and no manifest names them together. */
  SHARD_FILES_COPIED,
  /** A shard's manifest is written, and the checkpoint isn't complete. */
  MANIFEST_WRITTEN;

  /** Returns the name used in the setting. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Ends the process if it was asked to end here, now. */
  public void reach() {
    Failpoint.reach(label());
  }
}
