package org.vigie.cli.command.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.plugin.Approvals;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie plugins withdraw}. */
@Command(name = "withdraw", description = "Take back the approval of a jar; its file stays")
public final class PluginsWithdrawCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "A jar that was approved, there or gone")
  private String file = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public PluginsWithdrawCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = workspaceOption.in(environment);
    String name = String.valueOf(Path.of(file).getFileName());
    Approvals approvals = new Approvals(workspace.plugins());
    if (approvals.find(name).isEmpty()) {
      throw UserError.ofInput(
          "an approval must be there to be withdrawn, but '%s' has none".formatted(name));
    }
    new MandateCheck(environment)
        .pass(workspace, Optional.empty(), "plugins withdraw", "file=" + SafeText.line(name));
    approvals.withdraw(name);
    environment.out().println("withdrawn: " + SafeText.line(name));
    return Exit.OK.code();
  }
}
