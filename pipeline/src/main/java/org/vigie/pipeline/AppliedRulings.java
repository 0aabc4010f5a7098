package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The rulings to which the last whole run kept, so that one without new inputs knows whether there
 * are clusters to put together anew.
 *
 * <p>A hint, as {@link FinishedInputs} is: the job itself knows which it has applied.
 *
 * @param ids their ids
 */
record AppliedRulings(Set<String> ids) {
  AppliedRulings {
    ids = Set.copyOf(ids);
  }

  static AppliedRulings read(Workspace workspace) throws IOException {
    Path file = file(workspace);
    return new AppliedRulings(
        Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of());
  }

  static void write(Workspace workspace, List<ClusterRuling> rulings) throws IOException {
    Path part = workspace.state().resolve("applied-rulings.part");
    Files.write(part, idsOf(rulings));
    Files.move(
        part, file(workspace), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes note that a job begins: until a whole run ends, nobody knows what it has applied. */
  static void forget(Workspace workspace) throws IOException {
    Files.createDirectories(workspace.state());
    Files.writeString(file(workspace), "unknown\n");
  }

  /** Returns whether these are all of some rulings, and no more. */
  boolean areOf(List<ClusterRuling> rulings) {
    return ids.equals(idsOf(rulings));
  }

  private static Set<String> idsOf(List<ClusterRuling> rulings) {
    return rulings.stream().map(ClusterRuling::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path file(Workspace workspace) {
    return workspace.state().resolve("applied-rulings");
  }
}
