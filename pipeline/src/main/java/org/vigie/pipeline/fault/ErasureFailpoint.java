package org.vigie.pipeline.fault;

import java.util.Locale;
import org.vigie.files.fault.Failpoint;

/**
 * A place between two steps of an erasure at which a test may end the process as a kill would.
 *
 * <p>Armed by {@link Failpoint#SETTING}, as the crawler's are.
 */
public enum ErasureFailpoint {
  /** What is to be erased is written down, and nothing is erased. */
  PLANNED,
  /** A file is rewritten, and is still known by what it held before. */
  FILE_REWRITTEN,
  /** Inputs and captures are rewritten, and index and state are those from before. */
  SOURCES_ERASED,
  /** Index and state are made anew, and the old ones are still in their place. */
  REBUILT,
  /** Some parts of what was made anew are in place, and others aren't. */
  PART_REPLACED,
  /** All is erased, and still written down as to be erased. */
  ERASED;

  /** Returns the name used in the setting. */
  public String label() {
    return "erasure-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Ends the process if it was asked to end here, now. */
  public void reach() {
    Failpoint.reach(label());
  }
}
