package org.vigie.console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Option;

/** The option that names the workspace. */
final class WorkspaceOption {
  /** Where a workspace is looked for when none is named. */
  static final String DEFAULT = "vigie-workspace";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description =
          "Folder that holds all Vigie keeps. Default: $VIGIE_WORKSPACE, else " + DEFAULT + " here")
  private @Nullable String folder;

  /** Returns the workspace that was named, or the default one. */
  Workspace in(Surroundings surroundings) {
    return new Workspace(surroundings.path(named(surroundings)));
  }

  /**
   * Returns the workspace to read from: as {@link #in}, but the demo's where there is no other, so
   * that a newcomer can search what the demo has just made.
   */
  Workspace toReadIn(Surroundings surroundings) {
    Workspace workspace = in(surroundings);
    Path demo = surroundings.path(DemoWorkspace.DEFAULT);
    if (named(surroundings).equals(DEFAULT)
        && !Files.exists(workspace.root())
        && DemoWorkspace.isOne(demo)) {
      surroundings
          .err()
          .printf("There is no %s here: this is the demo's, %s.%n", DEFAULT, DemoWorkspace.DEFAULT);
      return new Workspace(demo);
    }
    return workspace;
  }

  /** Returns the workspace's folder as named, or {@code absent}. */
  String orElse(String absent) {
    return folder == null ? absent : folder;
  }

  private String named(Surroundings surroundings) {
    if (folder != null) {
      return folder;
    }
    String variable = surroundings.environment().getOrDefault("VIGIE_WORKSPACE", "");
    return variable.isBlank() ? DEFAULT : variable;
  }
}
