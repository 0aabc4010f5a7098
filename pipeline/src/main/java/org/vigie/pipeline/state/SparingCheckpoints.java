package org.vigie.pipeline.state;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
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

/**
 * Checkpoints in a folder, of which a process writes few parts at a time, so that adverts go on
 * while one is written.
 *
 * <p>Flink writes the state of all operators at once, each in a thread of its own: some twenty on
 * two processors, beside which the few threads that adverts pass through hardly get a turn. Here as
 * many parts are written as half of the processors can, the others wait; and each writer rests
 * twice as long as it writes, since one that holds all of a large state is hardly written when the
 * next is due. A checkpoint takes longer for it, and the next begins later. A savepoint, for which
 * somebody waits, is written without rests.
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
  private static final Semaphore WRITERS =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  /** How many times as long as it writes a writer rests. */
  private static final int REST = 2;

  /** Octets that a writer writes before it rests. */
  private static final int TURN = 1 << 16;

  /** However slow the disk was. */
  private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

  private final CheckpointStorage folder;

  private SparingCheckpoints(CheckpointStorage folder) {
    this.folder = folder;
  }

  @Override
  public CompletedCheckpointStorageLocation resolveCheckpoint(String pointer) throws IOException {
    return folder.resolveCheckpoint(pointer);
  }

  @Override
  public CheckpointStorageAccess createCheckpointStorage(JobID job) throws IOException {
    return new Access(folder.createCheckpointStorage(job));
  }

  /** Hands all on but the streams to which operators write their state. */
  private record Access(CheckpointStorageAccess folder) implements CheckpointStorageAccess {
    @Override
    public CheckpointStreamFactory resolveCheckpointStorageLocation(
        long checkpoint, CheckpointStorageLocationReference location) throws IOException {
      int rest = location.isDefaultReference() ? REST : 0; // a savepoint has a place of its own
      return new Streams(
          folder.resolveCheckpointStorageLocation(checkpoint, location), WRITERS, rest);
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
      return folder.resolveCheckpoint(pointer);
    }

    @Override
    public void initializeBaseLocationsForCheckpoint() throws IOException {
      folder.initializeBaseLocationsForCheckpoint();
    }

    @Override
    public CheckpointStorageLocation initializeLocationForCheckpoint(long checkpoint)
        throws IOException {
      return folder.initializeLocationForCheckpoint(checkpoint);
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
   * @param rest how many times as long as they are written to they rest
   */
  record Streams(CheckpointStreamFactory folder, Semaphore writers, int rest)
      implements CheckpointStreamFactory {
    @Override
    public CheckpointStateOutputStream createCheckpointStateOutputStream(
        CheckpointedStateScope scope) throws IOException {
      try {
        writers.acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("a checkpoint was given up before it was written");
      }
      try {
        return new Stream(folder.createCheckpointStateOutputStream(scope), writers, rest);
      } catch (IOException | RuntimeException e) {
        writers.release();
        throw e;
      }
    }

    @Override
    public boolean canFastDuplicate(StreamStateHandle handle, CheckpointedStateScope scope)
        throws IOException {
      return folder.canFastDuplicate(handle, scope);
    }

    @Override
    public List<StreamStateHandle> duplicate(
        List<StreamStateHandle> handles, CheckpointedStateScope scope) throws IOException {
      return folder.duplicate(handles, scope);
    }

    @Override
    public void reusePreviousStateHandle(Collection<? extends StreamStateHandle> handles) {
      folder.reusePreviousStateHandle(handles);
    }

    @Override
    public boolean couldReuseStateHandle(StreamStateHandle handle) {
      return folder.couldReuseStateHandle(handle);
    }
  }

  /** Lets the next writer begin when it is closed, by whoever closes it first. */
  private static final class Stream extends CheckpointStateOutputStream {
    private final CheckpointStateOutputStream file;
    private final Semaphore writers;
    private final int rest;
    private long begin = System.nanoTime();
    private int written;
    private boolean isClosed;

    Stream(CheckpointStateOutputStream file, Semaphore writers, int rest) {
      this.file = file;
      this.writers = writers;
      this.rest = rest;
    }

    @Override
    public StreamStateHandle closeAndGetHandle() throws IOException {
      try {
        return file.closeAndGetHandle();
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
        writers.release();
      }
    }

    @Override
    public long getPos() throws IOException {
      return file.getPos();
    }

    @Override
    public void write(int octet) throws IOException {
      file.write(octet);
      rest(1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      file.write(octets, from, length);
      rest(length);
    }

    private void rest(int more) {
      written += more;
      if (rest > 0 && written >= TURN) {
        long took = System.nanoTime() - begin;
        LockSupport.parkNanos(Math.min(rest * took, LONGEST_REST));
        written = 0;
        begin = System.nanoTime();
      }
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
