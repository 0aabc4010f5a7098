package org.vigie.pipeline.index;

import java.util.List;

/**
 * The files that make up a shard as it was at a checkpoint.
 *
 * @param epoch of the writer; later writers have higher ones
 * @param checkpoint whose state it is
 * @param first the first checkpoint at which the shard was ever kept: before it, it was empty
 * @param files all of them
 */
public record ShardManifest(long epoch, long checkpoint, long first, List<StoredFile> files) {
  public ShardManifest {
    files = List.copyOf(files);
  }

  /**
   * One file, which never changes.
   *
   * @param name as Lucene calls it
   * @param length in bytes
   * @param crc32 of all of it
   */
  public record StoredFile(String name, long length, long crc32) {
    /** Returns its name in the store: two writers may use one name for different files. */
    String storedName() {
      return "%s.%08x-%d".formatted(name, crc32, length);
    }
  }
}
