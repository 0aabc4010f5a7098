package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The inputs that the last whole run had read to their end, so that a run without anything to do
 * need not start the job to learn it.
 *
 * <p>A hint: it is written after the savepoint it describes, and later states only know more.
 *
 * @param ids ids of their manifests
 */
record FinishedInputs(Set<String> ids) {
  FinishedInputs {
    ids = Set.copyOf(ids);
  }

  static FinishedInputs read(Workspace workspace) throws IOException {
    Path file = file(workspace);
    return new FinishedInputs(
        Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of());
  }

  static void write(Workspace workspace, Set<String> ids) throws IOException {
    Path part = workspace.state().resolve("finished-inputs.part");
    Files.write(part, new TreeSet<>(ids));
    Files.move(
        part, file(workspace), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  List<InputManifest> openAmong(List<InputManifest> inputs) {
    return inputs.stream().filter(input -> !ids.contains(input.id())).toList();
  }

  private static Path file(Workspace workspace) {
    return workspace.state().resolve("finished-inputs");
  }
}
