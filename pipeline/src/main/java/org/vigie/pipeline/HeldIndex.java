package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.search.AdvertIndex;
import org.vigie.search.IndexCounts;

/**
 * The index of a workspace while no job writes it.
 *
 * @param folder of its shards
 */
record HeldIndex(Path folder) {
  IndexCounts counts() throws IOException {
    try (AdvertIndex written = AdvertIndex.open(folder)) {
      return written.counts();
    }
  }

  /** Returns how many adverts it holds of a state that isn't there any more; 0 if there is one. */
  long advertsWithout(SavedState saved) throws IOException {
    if (!saved.isEmpty()) {
      return 0;
    }
    try {
      return counts().adverts();
    } catch (IOException | RuntimeException e) {
      return 0; // there is no index; if it is damaged, the job says so where that matters
    }
  }
}
