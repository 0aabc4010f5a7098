package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vigie.pipeline.workspace.StateSums;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The look over the saved states of a workspace.
 *
 * @param isOld tells of a state's folder whether nobody changes it any more
 */
record StateCheck(Workspace workspace, Predicate<Path> isOld) {
  private static final String METADATA = "_metadata";

  /** Returns what is wrong, one line each. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path path : MovingTree.below(workspace.state(), problems)) {
      if (Files.isDirectory(path)) {
        problem(path).ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Without its metadata a checkpoint is nothing that a run can go on from. */
  private Optional<String> problem(Path state) throws IOException {
    boolean isCheckpoint = String.valueOf(state.getFileName()).startsWith("chk-");
    if (isCheckpoint && isEmpty(state.resolve(METADATA))) {
      return isOld.test(state)
          ? Optional.of(state.getFileName() + " has no " + METADATA)
          : Optional.empty();
    }
    return new StateSums(state)
        .damaged()
        .filter(file -> isOld.test(state))
        .map(file -> workspace.root().relativize(file) + " isn't as it was written");
  }

  private static boolean isEmpty(Path file) {
    try {
      return !Files.exists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      return true;
    }
  }
}
