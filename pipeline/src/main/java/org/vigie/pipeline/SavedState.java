package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.workspace.FolderTree;

/**
 * The checkpoints and savepoints below a folder.
 *
 * <p>One is complete when its {@code _metadata} stands; the newest complete one is where a job goes
 * on.
 */
record SavedState(Path folder) {
  static final String METADATA = "_metadata";

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  Path savepoints() {
    return folder.resolve("savepoints");
  }

  /** Returns the newest complete checkpoint or savepoint, or empty if there is none. */
  Optional<Path> newest() throws IOException {
    Path newest = null;
    FileTime newestTime = null;
    for (Path folder : complete()) {
      FileTime time = writtenAt(folder);
      if (time != null && (newestTime == null || time.compareTo(newestTime) > 0)) {
        newest = folder;
        newestTime = time;
      }
    }
    return Optional.ofNullable(newest);
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
   * Returns null if the state is gone: the job that ended last may still be clearing away an old
   * one.
   */
  private static @Nullable FileTime writtenAt(Path folder) throws IOException {
    try {
      return Files.getLastModifiedTime(folder.resolve(METADATA));
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
