package org.vigie.cli.command.keys;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.custody.EvidenceKeyOption;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.bag.SigningKeyRotation;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie keys rotate-evidence}. */
@Command(
    name = "rotate-evidence",
    description = "Sign evidence packages with a new key, whose public half the former one signs",
    footer = {
      "",
      "Send the new .pub with its .sig to those who know the former one. They verify it by:",
      "  openssl dgst -sha256 -verify FORMER.pub -signature NEW.pub.sig NEW.pub"
    })
public final class KeysRotateEvidenceCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private EvidenceKeyOption key = new EvidenceKeyOption();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysRotateEvidenceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    Path file = key.file(environment, workspace);
    String former = SigningKey.read(file).signer().fingerprint();
    String by = new KeyGrant(workspace, environment).take("rotate-evidence");
    new MandateCheck(environment)
        .pass(
            workspace,
            Optional.empty(),
            "keys rotate-evidence",
            "from=%s granted=%s".formatted(former, by));
    SigningKeyRotation rotation = new SigningKeyRotation(file);
    environment.out().println("Fingerprint: " + rotation.rotate().signer().fingerprint());
    environment
        .out()
        .println("Signed by the former key: " + environment.shown(rotation.signature()));
    return Exit.OK.code();
  }
}
