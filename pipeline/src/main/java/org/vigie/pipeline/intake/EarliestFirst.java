package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the inputs that begin earliest first: a reader that has been through a newer file would
 * find what an older one holds late.
 */
final class EarliestFirst implements FileSplitAssigner {
  private final Path inbox;
  private final PriorityQueue<Dated> waiting =
      new PriorityQueue<>(
          Comparator.comparing(Dated::begins).thenComparing(dated -> dated.split().splitId()));

  /**
   * A manifest that is to be read.
   *
   * @param begins earliest time that the begin of its input tells
   */
  private record Dated(Instant begins, FileSourceSplit split) {}

  EarliestFirst(String inbox, Collection<FileSourceSplit> splits) {
    this.inbox = Path.of(inbox);
    addSplits(splits);
  }

  @Override
  public Optional<FileSourceSplit> getNext(@Nullable String hostname) {
    return Optional.ofNullable(waiting.poll()).map(Dated::split);
  }

  @Override
  public void addSplits(Collection<FileSourceSplit> splits) {
    for (FileSourceSplit split : splits) {
      waiting.add(new Dated(begins(split), split));
    }
  }

  @Override
  public Collection<FileSourceSplit> remainingSplits() {
    return waiting.stream().map(Dated::split).collect(Collectors.toList());
  }

  private Instant begins(FileSourceSplit split) {
    try {
      return InputManifests.read(inbox.resolve(split.path().getName())).order();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
