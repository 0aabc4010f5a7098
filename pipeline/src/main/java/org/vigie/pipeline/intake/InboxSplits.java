package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.Path;

/** The manifests of an inbox, each a split under its name there. */
final class InboxSplits implements FileEnumerator {
  private final java.nio.file.Path inbox;

  InboxSplits(String inbox) {
    this.inbox = java.nio.file.Path.of(inbox);
  }

  @Override
  public Collection<FileSourceSplit> enumerateSplits(Path[] unused, int wanted) throws IOException {
    List<FileSourceSplit> splits = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.list(inbox)) {
      for (java.nio.file.Path file : files.filter(InputManifests::isManifest).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        splits.add(new FileSourceSplit(name, new Path(name), 0, 0, 0, 0));
      }
    }
    return splits;
  }
}
