package org.vigie.pipeline.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.index.ShardManifest.StoredFile;

/** A file of a store that a manifest names, but that is missing or damaged. */
final class UnusableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;

  UnusableFileException(StoredFile file, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.file = file.storedName();
  }

  /** Returns whether a state of the shard needs the file. */
  boolean concerns(ShardManifest manifest) {
    return manifest.files().stream().anyMatch(needed -> needed.storedName().equals(file));
  }
}
