package org.vigie.pipeline.state;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.workspace.StateSums;

/**
 * The hashes of checkpoints' files that this process writes, taken as they are written: nothing is
 * read back. They wait here until their checkpoint is complete, and then lie beside its files.
 */
final class PartSums {
  /** Steps write their state a few octets at a time, and each call of a digest costs the same. */
  private static final int PIECE = 1 << 13;

  /**
   * Folder of a checkpoint → file → hash. Its parts and its metadata meet in this process alone.
   */
  private static final Map<Path, Map<Path, String>> WRITTEN = new ConcurrentHashMap<>();

  private PartSums() {}

  /** Takes in what is written to one file. */
  static final class Taken {
    private final MessageDigest digest = Sha256.digester();
    private final OutputStream octets =
        new BufferedOutputStream(
            new DigestOutputStream(OutputStream.nullOutputStream(), digest), PIECE);

    void write(int octet) throws IOException {
      octets.write(octet);
    }

    void write(byte[] some, int from, int length) throws IOException {
      octets.write(some, from, length);
    }

    private String hash() throws IOException {
      octets.flush();
      return Sha256.label(digest.digest());
    }
  }

  /** Keeps the hash of a part, if it went to a file. */
  static void keep(StreamStateHandle part, Taken taken) throws IOException {
    var file = part.maybeGetPath();
    if (file.isPresent()) {
      Path path = Path.of(file.get().toUri());
      String hash = taken.hash();
      Path folder = requireNonNull(path.getParent());
      WRITTEN.computeIfAbsent(folder, unused -> new ConcurrentHashMap<>()).put(path, hash);
    }
  }

  /**
   * Writes the hashes of a checkpoint whose metadata are all that is missing.
   *
   * @param metadata their file
   * @param taken what is written to it
   */
  static void write(Path metadata, Taken taken) throws IOException {
    Path folder = requireNonNull(metadata.getParent());
    Map<Path, String> all = new HashMap<>(WRITTEN.getOrDefault(folder, Map.of()));
    all.put(metadata, taken.hash());
    new StateSums(folder).write(all);
    forget(folder);
  }

  /**
   * Forgets the other checkpoints of a job, of which one is made at a time: a part may come when
   * its checkpoint was given up.
   */
  static void forgetFormer(Path folder) {
    Path all = requireNonNull(folder.getParent());
    WRITTEN.keySet().removeIf(one -> all.equals(one.getParent()) && !one.equals(folder));
  }

  /** Forgets a checkpoint, which is complete or was given up. */
  static void forget(Path folder) {
    WRITTEN.remove(folder);
  }
}
