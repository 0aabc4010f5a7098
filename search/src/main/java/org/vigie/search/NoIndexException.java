package org.vigie.search;

import java.io.IOException;
import java.nio.file.Path;

/** Says that there is nothing to search yet. */
public final class NoIndexException extends IOException {
  private static final long serialVersionUID = 1L;

  public NoIndexException(Path index, String found) {
    super(
        "an index must have at least one committed shard, but %s %s: run an input first"
            .formatted(index, found));
  }
}
