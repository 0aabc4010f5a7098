package org.vigie.cli.command.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditKeyRotation;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie keys replace-audit}. No second admin is asked: without a key no page is shown. */
@Command(
    name = "replace-audit",
    description = "Sign the audit log with another key where its own is lost",
    footer = {
      "",
      "The log says so, and goes on. What the lost key signed is set aside beside the new heads, as",
      ".lost-1 and so on. A witness refuses the new key: tell whoever keeps it, and name it anew in",
      "audit.witness. Searches marked by the lost key can't be asked for any more."
    })
public final class KeysReplaceAuditCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysReplaceAuditCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    MandateCheck check = new MandateCheck(environment);
    // Nothing is made that no mandate lets the log say.
    Instant now = environment.clock().instant();
    check.find(workspace, Optional.empty(), "keys replace-audit").requireValid(now);
    AuditSeal seal = AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
    String keys =
        new AuditKeyRotation(MandateCheck.log(workspace), seal)
            .replaceLost(now, environment.logged());
    check.pass(workspace, Optional.empty(), "keys replace-audit", keys);
    environment.out().println("The log goes on with another key: " + keys);
    return Exit.OK.code();
  }
}
