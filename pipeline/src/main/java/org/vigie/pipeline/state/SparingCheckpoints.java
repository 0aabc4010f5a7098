package org.vigie.pipeline.state;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.state.CheckpointStateOutputStream;
import org.apache.flink.runtime.state.CheckpointStateToolset;
import org.apache.flink.runtime.state.CheckpointStorage;
import org.apache.flink.runtime.state.CheckpointStorageAccess;
import org.apache.flink.runtime.state.CheckpointStorageFactory;
import org.apache.flink.runtime.state.CheckpointStorageLocation;
import org.apache.flink.runtime.state.CheckpointStorageLocationReference;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.workspace.StateSums;
import org.vigie.search.shard.WriterTurns;

/**
 * Checkpoints in a folder, of which a process writes few parts at a time, so that adverts go on
 * while one is written.
 *
 * <p>Flink writes the state of all operators at once, each in a thread of its own: some twenty on
 * two processors, beside which the few threads that adverts pass through hardly get a turn. Here as
 * many parts are written as half of the processors can, the others wait; and the writer of a large
 * part rests several times as long as it writes, since a checkpoint that holds all of a large state
 * is hardly written when the next is due. It takes longer for that, and the next begins later.
 * While somebody waits for a savepoint nobody rests, nor once a checkpoint has taken some minutes.
 *
 * <p>Each has the hashes of its own files beside them, as {@link StateSums} says, so that what a
 * killed process leaves can be held against them; files that several checkpoints of RocksDB share
 * have none.
 *
 * <p>Not for unaligned checkpoints: their streams stay open until all barriers have come.
 */
public final class SparingCheckpoints implements CheckpointStorage {
  private static final long serialVersionUID = 1L;

  /** Makes it from the settings of Flink that a folder of checkpoints has. */
  public static final class Factory implements CheckpointStorageFactory<SparingCheckpoints> {
    @Override
    public SparingCheckpoints createFromConfig(ReadableConfig config, ClassLoader loader) {
      return new SparingCheckpoints(FileSystemCheckpointStorage.createFromConfig(config, loader));
    }
  }

  /** Of this process, as its processors are. */
  private static final StateWriters WRITERS =
      new StateWriters(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2), LockSupport::parkNanos);

  /** Octets of a part that are written without a rest, as all of most parts is. */
  static final int FIRST_TURN = 1 << 20;

  /** Nanoseconds for which writers of one checkpoint rest: the index shows what is new after it. */
  static final long RESTING = TimeUnit.MINUTES.toNanos(3);

  private final CheckpointStorage folder;

  private SparingCheckpoints(CheckpointStorage folder) {
    this.folder = folder;
  }

  @Override
  public CompletedCheckpointStorageLocation resolveCheckpoint(String pointer) throws IOException {
    return new SummedLocation.Completed(folder.resolveCheckpoint(pointer));
  }

  @Override
  public CheckpointStorageAccess createCheckpointStorage(JobID job) throws IOException {
    return new Access(folder.createCheckpointStorage(job));
  }

  /** Hands all on but the streams to which operators write their state, and where it is put. */
  private record Access(CheckpointStorageAccess folder) implements CheckpointStorageAccess {
    @Override
    public CheckpointStreamFactory resolveCheckpointStorageLocation(
        long checkpoint, CheckpointStorageLocationReference location) throws IOException {
      boolean isSavepoint = !location.isDefaultReference(); // it has a place of its own
      return new Streams(
          folder.resolveCheckpointStorageLocation(checkpoint, location),
          WRITERS,
          isSavepoint,
          System.nanoTime());
    }

    @Override
    public CheckpointStateOutputStream createTaskOwnedStateStream() throws IOException {
      return folder.createTaskOwnedStateStream();
    }

    @Override
    public CheckpointStateToolset createTaskOwnedCheckpointStateToolset() {
      return folder.createTaskOwnedCheckpointStateToolset();
    }

    @Override
    public boolean supportsHighlyAvailableStorage() {
      return folder.supportsHighlyAvailableStorage();
    }

    @Override
    public boolean hasDefaultSavepointLocation() {
      return folder.hasDefaultSavepointLocation();
    }

    @Override
    public CompletedCheckpointStorageLocation resolveCheckpoint(String pointer) throws IOException {
      return new SummedLocation.Completed(folder.resolveCheckpoint(pointer));
    }

    @Override
    public void initializeBaseLocationsForCheckpoint() throws IOException {
      folder.initializeBaseLocationsForCheckpoint();
    }

    @Override
    public CheckpointStorageLocation initializeLocationForCheckpoint(long checkpoint)
        throws IOException {
      return SummedLocation.begun(folder.initializeLocationForCheckpoint(checkpoint));
    }

    @Override
    public CheckpointStorageLocation initializeLocationForSavepoint(long checkpoint, String target)
        throws IOException {
      return folder.initializeLocationForSavepoint(checkpoint, target);
    }
  }

  /**
   * Streams of one checkpoint, of which each waits to be opened until a writer is free.
   *
   * @param isAwaited whether somebody waits for them
   * @param begun when the checkpoint began, by {@link System#nanoTime}
   */
  record Streams(
      CheckpointStreamFactory folder, StateWriters writers, boolean isAwaited, long begun)
      implements ForwardedStreams {
    @Override
    public CheckpointStateOutputStream createCheckpointStateOutputStream(
        CheckpointedStateScope scope) throws IOException {
      if (isAwaited) {
        writers.await();
      }
      boolean writes = false;
      boolean isOpen = false;
      try {
        writers.begin();
        writes = true;
        Stream stream =
            new Stream(folder.createCheckpointStateOutputStream(scope), this, isHashed(scope));
        isOpen = true;
        return stream;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("a checkpoint was given up before it was written");
      } finally {
        if (!isOpen) {
          end(writes);
        }
      }
    }

    /** A savepoint is read once it is complete, and what checkpoints share lies beside them. */
    private boolean isHashed(CheckpointedStateScope scope) {
      return !isAwaited && scope == CheckpointedStateScope.EXCLUSIVE;
    }

    /** Rests unless the checkpoint has taken long enough. */
    private void rest(long took) {
      if (System.nanoTime() - begun < RESTING) {
        writers.rest(took);
      }
    }

    /** Takes note that a part is written, or won't be. */
    private void end(boolean writes) {
      if (writes) {
        writers.end();
      }
      if (isAwaited) {
        writers.awaited();
      }
    }
  }

  /** Lets the next writer begin when it is closed, by whoever closes it first. */
  private static final class Stream extends CheckpointStateOutputStream {
    private final CheckpointStateOutputStream file;
    private final Streams streams;
    private final WriterTurns turns;
    private final PartSums.@Nullable Taken taken;
    private boolean isClosed;

    Stream(CheckpointStateOutputStream file, Streams streams, boolean isHashed) {
      this.file = file;
      this.taken = isHashed ? new PartSums.Taken() : null;
      this.streams = streams;
      turns = new WriterTurns(FIRST_TURN, streams::rest);
    }

    @Override
    public StreamStateHandle closeAndGetHandle() throws IOException {
      try {
        StreamStateHandle handle = file.closeAndGetHandle();
        if (handle != null && taken != null) {
          PartSums.keep(handle, taken);
        }
        return handle;
      } finally {
        release();
      }
    }

    @Override
    public void close() throws IOException {
      try {
        file.close();
      } finally {
        release();
      }
    }

    private synchronized void release() {
      if (!isClosed) {
        isClosed = true;
        streams.end(true);
      }
    }

    @Override
    public long getPos() throws IOException {
      return file.getPos();
    }

    @Override
    public void write(int octet) throws IOException {
      file.write(octet);
      if (taken != null) {
        taken.write(octet);
      }
      turns.wrote(1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      file.write(octets, from, length);
      if (taken != null) {
        taken.write(octets, from, length);
      }
      turns.wrote(length);
    }

    @Override
    public void flush() throws IOException {
      file.flush();
    }

    @Override
    public void sync() throws IOException {
      file.sync();
    }
  }
}
