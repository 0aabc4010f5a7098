package org.vigie.cli.command.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditKeyRotation;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie keys rotate-audit}. */
@Command(
    name = "rotate-audit",
    description = "Sign the audit log with a new key, to which the former one hands over",
    footer = {
      "",
      "Whoever has a former public key still verifies the whole log. A former key signs nothing more:",
      "witnesses refuse it from the next line on. Its private half stays beside the new one, for the",
      "marks of words that people typed."
    })
public final class KeysRotateAuditCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysRotateAuditCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    MandateCheck check = new MandateCheck(environment);
    String by = new KeyGrant(workspace, environment).take("rotate-audit");
    check.pass(workspace, Optional.empty(), "keys rotate-audit", "granted=" + by);
    AuditSeal seal = AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
    Instant now = environment.clock().instant();
    String hash = new AuditKeyRotation(MandateCheck.log(workspace), seal).rotate(now);
    // Tells witnesses at once, who would let the former key sign until the next line.
    check.pass(workspace, Optional.empty(), "keys rotated audit", "to=" + hash);
    environment.out().println("The log is signed by a new key, " + hash);
    return Exit.OK.code();
  }
}
