package org.vigie.files.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hashes of files that stay as they are: each is worked out once a process and version of a
 * file.
 *
 * <p>A version is known by device, inode, size, and the times of the last change of content and of
 * inode. The system sets the last of these at any write, and no program can set it back. What
 * changed less than {@link #SETTLED} ago could change again within one tick of the system's clock,
 * so its hash is worked out each time, as it is where the file system keeps no such time.
 */
public final class KnownHashes {
  /** Far longer than a tick of any file system's clock. */
  static final Duration SETTLED = Duration.ofSeconds(3);

  /** Some ten models folders; a hash and its version are some 300 bytes. */
  private static final int MOST = 2_000;

  private static final String CHANGED = "ctime";
  private static final String VERSION = "unix:dev,ino,size,lastModifiedTime," + CHANGED;

  /** Version of a file, as its attributes by name → hash. */
  private static final Map<Map<String, Object>, String> KNOWN = new ConcurrentHashMap<>();

  private KnownHashes() {}

  /** Returns the hash of a file, as {@link Sha256#of(Path)} does. */
  public static String of(Path file) throws IOException {
    return of(file, InstantSource.system());
  }

  static String of(Path file, InstantSource clock) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Sha256.of(file);
    }
    Map<String, Object> before = version(file);
    FileTime changed = (FileTime) Objects.requireNonNull(before.get(CHANGED));
    if (changed.toInstant().plus(SETTLED).isAfter(clock.instant())) {
      return Sha256.of(file);
    }
    if (KNOWN.size() >= MOST) {
      KNOWN.clear();
    }
    try {
      String hash = KNOWN.computeIfAbsent(before, v -> hash(file));
      return version(file).equals(before) ? hash : Sha256.of(file);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> version(Path file) throws IOException {
    return Map.copyOf(Files.readAttributes(file, VERSION));
  }
}
