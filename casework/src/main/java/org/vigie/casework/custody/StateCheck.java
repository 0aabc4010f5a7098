package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The look over the saved states of the stream: whether a run can go on from one.
 *
 * <p>A state without metadata beside a complete one is what a run that ended, or was killed, left
 * half-written: nothing is lost, and the next run clears it away. Metadata that are there but empty
 * are damage.
 */
final class StateCheck {
  private final List<Path> states;
  private final Predicate<Path> isOld;

  /**
   * Looks at what lies below the folder of states.
   *
   * @param isOld whether nobody can still be writing a state
   */
  StateCheck(List<Path> below, Predicate<Path> isOld) {
    states = below.stream().filter(StateCheck::isState).filter(Files::isDirectory).toList();
    this.isOld = isOld;
  }

  /** Adds what is wrong, one line each. */
  void add(List<String> problems) {
    boolean canGoOn = states.stream().anyMatch(state -> !isEmpty(metadata(state)));
    states.stream()
        .filter(state -> isEmpty(metadata(state)))
        .filter(state -> !canGoOn || Files.exists(metadata(state)))
        .filter(isOld)
        .forEach(state -> problems.add(state.getFileName() + " has no _metadata"));
  }

  private static boolean isState(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith("chk-") || name.startsWith("savepoint-");
  }

  private static Path metadata(Path state) {
    return state.resolve("_metadata");
  }

  private static boolean isEmpty(Path file) {
    try {
      return !Files.exists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      return true;
    }
  }
}
