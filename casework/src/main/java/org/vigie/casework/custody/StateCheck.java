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
 * The look over the saved states of a workspace: whether a run can go on from one, and whether they
 * are as they were written.
 *
 * <p>A state without metadata beside a complete one is what a run that ended, or was killed, left
 * half-written: nothing is lost, and the next run clears it away. Metadata that are there but empty
 * are damage.
 *
 * @param isOld tells of a state's folder whether nobody changes it any more
 */
record StateCheck(Workspace workspace, Predicate<Path> isOld) {
  /** Returns what is wrong, one line each. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    List<Path> folders =
        MovingTree.below(workspace.state(), problems).stream().filter(Files::isDirectory).toList();
    boolean canGoOn =
        folders.stream().anyMatch(folder -> isState(folder) && !isEmpty(metadata(folder)));
    for (Path folder : folders) {
      problem(folder, canGoOn).filter(problem -> isOld.test(folder)).ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<String> problem(Path folder, boolean canGoOn) throws IOException {
    if (isState(folder) && isEmpty(metadata(folder))) {
      return canGoOn && !Files.exists(metadata(folder))
          ? Optional.empty()
          : Optional.of(folder.getFileName() + " has no _metadata");
    }
    return new StateSums(folder)
        .damaged()
        .map(file -> workspace.root().relativize(file) + " isn't as it was written");
  }

  private static boolean isState(Path folder) {
    String name = String.valueOf(folder.getFileName());
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
