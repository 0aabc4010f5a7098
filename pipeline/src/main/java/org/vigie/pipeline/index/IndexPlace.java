package org.vigie.pipeline.index;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an index is written.
 *
 * @param folder of the shards, on the machine of each writer
 * @param store URI of a folder that all machines see, to which every shard is copied; null for
 *     none: then all writers must share the folder
 */
public record IndexPlace(String folder, @Nullable String store) implements Serializable {
  /** Returns a folder alone. */
  public static IndexPlace on(Path folder) {
    return new IndexPlace(folder.toString(), null);
  }

  /** Returns the store, if there is one. */
  public Optional<String> optionalStore() {
    return Optional.ofNullable(store);
  }
}
