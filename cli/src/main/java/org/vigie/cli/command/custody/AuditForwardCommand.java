package org.vigie.cli.command.custody;

import java.util.concurrent.Callable;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.forward.AuditForwarder;
import org.vigie.casework.forward.ForwardState;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie audit forward}. */
@Command(
    name = "forward",
    description =
        "Send what waits of the log to where audit.forward says; ./vigie serve does so too")
public final class AuditForwardCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public AuditForwardCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.existing(environment);
    ForwardSettings to =
        Settings.of(workspace, environment)
            .custody()
            .audit()
            .forward()
            .orElseThrow(() ->
                UserError.ofInput(
                    "audit.forward.to in vigie.yaml must say where the log goes, but says nothing"));
    ForwardState state =
        new AuditForwarder(MandateCheck.log(workspace), to, workspace.root(), environment.clock())
            .pass();
    if (!state.since().isEmpty()) {
      throw UserError.ofInput(
          "%s must take the log, but doesn't since %s: %s"
              .formatted(to.to(), state.since(), SafeText.line(state.problem())));
    }
    environment
        .out()
        .println(
            "%s of the log have arrived.".formatted(Words.count(state.bytes(), "byte", "bytes")));
    return Exit.OK.code();
  }
}
