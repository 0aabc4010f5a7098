package org.vigie.pipeline.index;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

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

  /** Returns whether a folder holds these files, right, and no other but a lock. */
  boolean isIn(Path folder) throws IOException {
    Set<String> others = new HashSet<>();
    try (Stream<Path> list = Files.list(folder)) {
      list.forEach(file -> others.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException e) {
      return false;
    }
    others.remove(ShardStore.LOCK);
    for (StoredFile file : files) {
      if (!others.remove(file.name()) || !file.isRight(folder.resolve(file.name()))) {
        return false;
      }
    }
    return others.isEmpty();
  }

  /**
   * One file, which never changes.
   *
   * @param name as Lucene calls it
   * @param length in bytes
   * @param crc32 of all of it
   */
  public record StoredFile(String name, long length, long crc32) {
    /** Returns what a file holds now. */
    static StoredFile of(Path file) throws IOException {
      return new StoredFile(String.valueOf(file.getFileName()), Files.size(file), crc32(file));
    }

    /** Returns whether a file holds the same. */
    boolean isRight(Path there) throws IOException {
      return Files.size(there) == length && crc32(there) == crc32;
    }

    private static long crc32(Path file) throws IOException {
      try (CheckedInputStream in =
          new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
        in.transferTo(OutputStream.nullOutputStream());
        return in.getChecksum().getValue();
      }
    }

    /** Returns its name in the store: two writers may use one name for different files. */
    String storedName() {
      return "%s.%08x-%d".formatted(name, crc32, length);
    }
  }
}
