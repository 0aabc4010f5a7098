package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.DeadLetter;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.plugin.PluginSet;

/**
 * Reads the inputs whose manifests stand in an inbox, each from its beginning or from where a
 * checkpoint left it.
 *
 * <p>A split is one manifest. Its position is the number of entries read whole, and how many things
 * of the next entry were handed on.
 *
 * <p>The first thing of each is that it {@linkplain Intake#begins begins}, told before it is
 * opened: a large archive that is gone on with takes a while to come to where it was left.
 */
public final class IntakeFormat implements BulkFormat<Intake, FileSourceSplit> {
  private static final long serialVersionUID = 1L;

  private final String inbox;
  private final TemplateFolders templates;
  private final ErasedAdverts erased;
  private final PluginSet plugins;
  private final Clock clock;

  /**
   * @param inbox folder of the manifests
   * @param templates for the pages of captures
   * @param erased adverts that are passed over
   * @param plugins that may read pages
   * @param clock after whose time nothing can have been seen
   */
  public IntakeFormat(
      Path inbox, TemplateFolders templates, ErasedAdverts erased, PluginSet plugins, Clock clock) {
    this.plugins = plugins;
    this.inbox = inbox.toString();
    this.templates = templates;
    this.erased = erased;
    this.clock = clock;
  }

  @Override
  public Reader<Intake> createReader(Configuration config, FileSourceSplit split)
      throws IOException {
    return reader(split, new CheckpointedPosition(0, 0));
  }

  @Override
  public Reader<Intake> restoreReader(Configuration config, FileSourceSplit split)
      throws IOException {
    CheckpointedPosition start =
        split.getReaderPosition().orElseGet(() -> new CheckpointedPosition(0, 0));
    return reader(split, start);
  }

  private InputReader reader(FileSourceSplit split, CheckpointedPosition start) throws IOException {
    return new InputReader(manifest(split), templates, erased, plugins, clock, start);
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<Intake> getProducedType() {
    return TypeInformation.of(Intake.class);
  }

  /** A split is named as its manifest is, or, in state of before, by its path. */
  private InputManifest manifest(FileSourceSplit split) throws IOException {
    return InputManifests.read(Path.of(inbox).resolve(split.path().getName()));
  }

  /** Hands on the things of one input in batches. */
  private static final class InputReader implements Reader<Intake> {
    /** Small enough that a checkpoint need not wait, large enough that hand-overs cost nothing. */
    private static final int BATCH = 64;

    private final InputManifest input;
    private final TemplateFolders templates;
    private final ErasedAdverts erased;
    private final PluginSet plugins;
    private final Clock clock;
    private final CheckpointedPosition start;
    private @Nullable EntryReader entries;
    private boolean begun;
    private boolean opened;
    private long entry;
    private long handedOn;
    private long bytesCounted;
    private long uncounted;
    private boolean finished;

    InputReader(
        InputManifest input,
        TemplateFolders templates,
        ErasedAdverts erased,
        PluginSet plugins,
        Clock clock,
        CheckpointedPosition start) {
      this.plugins = plugins;
      this.clock = clock;
      this.input = input;
      this.templates = templates;
      this.erased = erased;
      this.start = start;
      entry = start.getOffset();
      handedOn = start.getRecordsAfterOffset();
    }

    @Override
    public @Nullable RecordIterator<Intake> readBatch() throws IOException {
      List<RecordAndPosition<Intake>> batch = new ArrayList<>();
      if (!begun) {
        begun = true;
        batch.add(new RecordAndPosition<>(Intake.begins(), entry, handedOn));
        return new Batch(batch);
      }
      open();
      while (batch.size() < BATCH && !finished) {
        readEntry(batch);
      }
      return batch.isEmpty() ? null : new Batch(batch);
    }

    private void open() throws IOException {
      if (opened) {
        return;
      }
      opened = true;
      entries = openIfThere(input, templates.read(), plugins);
      if (entries != null) {
        for (long skipped = 0; skipped < start.getOffset(); skipped++) {
          entries.skip();
        }
      }
    }

    @Override
    public void close() throws IOException {
      if (entries != null) {
        entries.close();
      }
    }

    private void readEntry(List<RecordAndPosition<Intake>> batch) throws IOException {
      long start = System.nanoTime();
      List<Intake> things = entries == null ? missing() : entries.next();
      uncounted += System.nanoTime() - start;
      if (things == null) {
        finished = true;
        things = List.of(Intake.finished(input.id()));
      }
      for (int i = (int) handedOn; i < things.size(); i++) {
        batch.add(
            new RecordAndPosition<>(erased.without(counted(things.get(i)), input), entry, i + 1L));
      }
      if (finished && handedOn >= things.size()) {
        batch.add(new RecordAndPosition<>(Intake.wasFinished(), entry, handedOn));
      }
      handedOn = 0;
      entry++;
    }

    private Intake counted(Intake thing) {
      long read = entries == null || finished ? input.bytes() : entries.bytesRead();
      long since = read - bytesCounted;
      bytesCounted = read;
      long time = uncounted;
      uncounted = 0;
      return thing.at(new Intake.Cost(since, time)).noLaterThan(latest());
    }

    /** An input that was accepted by another clock was seen by that one, too. */
    private Instant latest() {
      Instant now = clock.instant();
      Instant accepted = input.acceptance().at();
      return accepted.isAfter(now) ? accepted : now;
    }

    /**
     * An input that is gone since it was accepted is a dead letter, so that it can't hold up the
     * others.
     */
    private List<Intake> missing() {
      finished = true;
      return List.of(
          Intake.of(
              new DeadLetter(
                  input.name(),
                  0,
                  "input-missing",
                  "the input must still be where it was accepted",
                  "")),
          Intake.finished(input.id()));
    }

    private static @Nullable EntryReader openIfThere(
        InputManifest input, SiteTemplates templates, PluginSet plugins) throws IOException {
      try {
        return EntryReader.open(input, templates, plugins);
      } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException e) {
        return null;
      }
    }
  }

  /** One batch; the positions are those after each thing. */
  private static final class Batch implements RecordIterator<Intake> {
    private final List<RecordAndPosition<Intake>> things;
    private int next;

    Batch(List<RecordAndPosition<Intake>> things) {
      this.things = things;
    }

    @Override
    public @Nullable RecordAndPosition<Intake> next() {
      return next < things.size() ? things.get(next++) : null;
    }

    @Override
    public void releaseBatch() {}
  }
}
