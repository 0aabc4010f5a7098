package org.vigie.cli.command.workspace;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.WorkspaceCheck;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie check}. */
@Command(
    name = "check",
    description = "Look over log, database, index, captures, frontier, state and models")
public final class CheckCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public CheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.existing(environment);
    Settings settings = Settings.of(workspace, environment);
    List<WorkspaceCheck.Found> found =
        new WorkspaceCheck(workspace, settings).check(environment.clock().instant());
    for (WorkspaceCheck.Found part : found) {
      environment.out().println((part.isWhole() ? "ok    " : "MEND  ") + part.part());
      part.problems()
          .forEach(problem -> environment.out().println("      " + SafeText.line(problem)));
      part.notes().forEach(note -> environment.out().println("      " + SafeText.line(note)));
      if (!part.isWhole()) {
        environment.out().println("      " + part.mend());
      }
    }
    return found.stream().allMatch(WorkspaceCheck.Found::isWhole)
        ? Exit.OK.code()
        : Exit.NOT_KEPT.code();
  }
}
