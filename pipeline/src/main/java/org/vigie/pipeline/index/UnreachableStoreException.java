package org.vigie.pipeline.index;

import java.io.IOException;

/** A store on a file system that nothing here can read. */
public final class UnreachableStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreachableStoreException(String store, Throwable cause) {
    super(
        store
            + " must be on a file system that can be read here, such as file:///mnt/vigie/index,"
            + " but no plug-in of Flink's here reads it; docs/how-to/operate.md says how to fetch from it",
        cause);
  }
}
