package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.Path;

/**
 * The manifests of an inbox, each a split under its name there. A folder that hasn't changed since
 * it was listed isn't listed again: a job that waits asks twice a second. For one thread.
 */
final class InboxSplits implements FileEnumerator {
  /** Within so long of a change another may bear the same time: FAT tells two seconds apart. */
  private static final Duration COARSE = Duration.ofSeconds(3);

  /** After so long it is listed whatever its time says: a server's clock may be behind ours. */
  private static final Duration LONGEST_TRUST = Duration.ofSeconds(10);

  private final java.nio.file.Path inbox;
  private final InstantSource clock;
  private List<FileSourceSplit> listed = List.of();
  private Instant unchangedSince = Instant.MAX;
  private Instant listedAt = Instant.EPOCH;

  /**
   * @param clock that of the file system, against which times of changes are held
   */
  InboxSplits(String inbox, InstantSource clock) {
    this.inbox = java.nio.file.Path.of(inbox);
    this.clock = clock;
  }

  @Override
  public Collection<FileSourceSplit> enumerateSplits(Path[] unused, int wanted) throws IOException {
    Instant changed = Files.getLastModifiedTime(inbox).toInstant();
    Instant now = clock.instant();
    boolean old = listedAt.isBefore(now.minus(LONGEST_TRUST));
    if (old || !changed.equals(unchangedSince)) {
      boolean settled = changed.plus(COARSE).isBefore(now);
      listed = list();
      listedAt = now;
      unchangedSince = settled ? changed : Instant.MAX;
    }
    return listed;
  }

  private List<FileSourceSplit> list() throws IOException {
    List<FileSourceSplit> splits = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.list(inbox)) {
      for (java.nio.file.Path file : files.filter(InputManifests::isManifest).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        splits.add(new FileSourceSplit(name, new Path(name), 0, 0, 0, 0));
      }
    }
    return List.copyOf(splits);
  }
}
