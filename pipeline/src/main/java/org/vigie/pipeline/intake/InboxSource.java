package org.vigie.pipeline.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.file.src.AbstractFileSource;
import org.apache.flink.connector.file.src.ContinuousEnumerationSettings;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.FileSourceSplitSerializer;
import org.apache.flink.connector.file.src.PendingSplitsCheckpoint;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The accepted inputs of a workspace as a source without end: it looks into the inbox for new
 * manifests, and hands out the inputs that begin earliest first.
 *
 * <p>A split is one manifest, named as it is in the inbox, wherever that lies: a workspace that was
 * moved is gone on with. State of before that named manifests by their absolute paths.
 */
public final class InboxSource extends AbstractFileSource<Intake, FileSourceSplit> {
  private static final long serialVersionUID = 1L;

  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * @param inbox folder of the manifests
   * @param format reads what one of them names
   */
  public InboxSource(java.nio.file.Path inbox, IntakeFormat format) {
    this(inbox.toUri().toString(), inbox.toString(), format);
  }

  private InboxSource(String uri, String inbox, IntakeFormat format) {
    super(
        new Path[] {new Path(uri)},
        () -> new InboxSplits(inbox, Clock.systemUTC()),
        splits -> new EarliestFirst(inbox, splits),
        format,
        new ContinuousEnumerationSettings(POLL));
  }

  @Override
  public SimpleVersionedSerializer<FileSourceSplit> getSplitSerializer() {
    return FileSourceSplitSerializer.INSTANCE;
  }

  @Override
  public SplitEnumerator<FileSourceSplit, PendingSplitsCheckpoint<FileSourceSplit>>
      restoreEnumerator(
          SplitEnumeratorContext<FileSourceSplit> context,
          PendingSplitsCheckpoint<FileSourceSplit> saved) {
    List<FileSourceSplit> waiting = saved.getSplits().stream().map(InboxSource::named).toList();
    Collection<Path> processed =
        saved.getAlreadyProcessedPaths().stream().map(path -> new Path(path.getName())).toList();
    return super.restoreEnumerator(
        context, PendingSplitsCheckpoint.fromCollectionSnapshot(waiting, processed));
  }

  private static FileSourceSplit named(FileSourceSplit split) {
    return new FileSourceSplit(
        split.splitId(),
        new Path(split.path().getName()),
        split.offset(),
        split.length(),
        split.fileModificationTime(),
        split.fileSize(),
        split.hostnames(),
        split.getReaderPosition().orElse(null));
  }
}
