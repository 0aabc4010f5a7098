package org.vigie.pipeline;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.jspecify.annotations.Nullable;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.StateSums;

/**
 * The checkpoints and savepoints below a folder.
 *
 * <p>One is complete when its {@code _metadata} stands; the newest complete one is where a job goes
 * on. Which is the newest is told by the number of the checkpoint that its metadata hold: each job
 * counts on from the state it goes on from, and a copy or a backup has other times of files.
 */
record SavedState(Path folder) {
  static final String METADATA = "_metadata";

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  Path savepoints() {
    return folder.resolve("savepoints");
  }

  /** Returns whether nothing is there to go on from. */
  boolean isEmpty() throws IOException {
    return complete().isEmpty();
  }

  /**
   * Returns the newest complete checkpoint or savepoint, or empty if there is none.
   *
   * @throws IOException if a file of it, or the metadata of any, isn't as it was written
   */
  Optional<Path> newest() throws IOException {
    Path newest = null;
    long newestNumber = Long.MIN_VALUE;
    for (Path folder : complete()) {
      OptionalLong number = number(folder);
      if (number.isPresent() && (newest == null || number.getAsLong() > newestNumber)) {
        newest = folder;
        newestNumber = number.getAsLong();
      }
    }
    // Of an older one, a job that was killed as it cleared it away may have left a part.
    if (newest != null && new StateSums(newest).damaged().isPresent()) {
      throw damaged(newest, null);
    }
    return Optional.ofNullable(newest);
  }

  /**
   * Returns what the metadata of a complete state hold.
   *
   * @throws IOException if they aren't as they were written, or are none that Flink can read
   */
  static CheckpointMetadata metadata(Path state) throws IOException {
    if (!new StateSums(state).isAsWritten(METADATA)) {
      throw damaged(state, null);
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(state.resolve(METADATA))))) {
      return Checkpoints.loadCheckpointMetadata(
          in, SavedState.class.getClassLoader(), state.toString());
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // A wrong byte may be one of a length, of which there is no memory.
      throw damaged(state, e);
    }
  }

  private static IOException damaged(Path state, @Nullable Throwable cause) {
    return new IOException(
        state
            + " must be a saved state as it was written, but isn't: take index and state of a"
            + " backup (./vigie restore --from BACKUP --to DIR), or move index/ and state/ away and"
            + " type ./vigie run to read all inputs again",
        cause);
  }

  /** Writes hashes beside a complete state, whose folder is named as Flink does. */
  static void sum(String state) throws IOException {
    new StateSums(Path.of(new org.apache.flink.core.fs.Path(state).toUri())).write();
  }

  /**
   * Deletes what a killed process left half-written. Only for the process that holds the workspace.
   */
  void removeIncomplete() throws IOException {
    for (Path folder : foldersOfStates()) {
      if (!Files.exists(folder.resolve(METADATA))) {
        FolderTree.delete(folder);
      }
    }
  }

  /** Deletes complete states other than one, which no job will go on from. Likewise. */
  void keepOnly(Optional<Path> kept) throws IOException {
    for (Path folder : complete()) {
      if (!folder.equals(kept.orElse(null))) {
        FolderTree.delete(folder);
      }
    }
  }

  private List<Path> complete() throws IOException {
    return foldersOfStates().stream()
        .filter(folder -> Files.exists(folder.resolve(METADATA)))
        .toList();
  }

  private List<Path> foldersOfStates() throws IOException {
    List<Path> found = new ArrayList<>(children(savepoints()));
    for (Path job : children(checkpoints())) {
      children(job).stream().filter(SavedState::isCheckpoint).forEach(found::add);
    }
    return found;
  }

  private static boolean isCheckpoint(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith("chk-");
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /**
   * Returns the number of the checkpoint that a state is; nothing if the state is gone: the job
   * that ended last may still be clearing away an old one.
   */
  private static OptionalLong number(Path folder) throws IOException {
    try {
      return OptionalLong.of(metadata(folder).getCheckpointId());
    } catch (IOException e) {
      if (Files.exists(folder.resolve(METADATA))) {
        throw e;
      }
      return OptionalLong.empty();
    }
  }
}
