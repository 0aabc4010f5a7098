package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints and savepoints below a folder.
 *
 * <p>One is complete when its {@code _metadata} stands; the newest complete one is where a job goes
 * on.
 */
record SavedState(Path folder) {
  private static final String METADATA = "_metadata";

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  Path savepoints() {
    return folder.resolve("savepoints");
  }

  /** Returns the newest complete checkpoint or savepoint, or empty if there is none. */
  Optional<Path> newest() throws IOException {
    return complete().stream().max(Comparator.comparing(SavedState::writtenAt));
  }

  /**
   * Deletes what a killed process left half-written. Only for the process that holds the workspace.
   */
  void removeIncomplete() throws IOException {
    for (Path folder : foldersOfStates()) {
      if (!Files.exists(folder.resolve(METADATA))) {
        deleteTree(folder);
      }
    }
  }

  /** Deletes complete states other than one, which no job will go on from. Likewise. */
  void keepOnly(Optional<Path> kept) throws IOException {
    for (Path folder : complete()) {
      if (!folder.equals(kept.orElse(null))) {
        deleteTree(folder);
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
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static FileTime writtenAt(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(METADATA));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
