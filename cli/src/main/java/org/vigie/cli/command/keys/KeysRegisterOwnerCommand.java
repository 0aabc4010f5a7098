package org.vigie.cli.command.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AskedAcceptance;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie keys register-owner}. */
@Command(
    name = "register-owner",
    description = "Let an owner's key grant what needs a second admin",
    footer = {
      "",
      "web.alone must not be true. Where there are two admins, or an owner's key already, the second",
      "admin or that key must grant it, on the page of accounts. The newest key counts."
    })
public final class KeysRegisterOwnerCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "The public half, as make-owner wrote it")
  private String file = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysRegisterOwnerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    PublicKey key = key();
    Workspace workspace = workspaceOption.toReadIn(environment);
    String fingerprint = AuditKey.fingerprint(key);
    KeyGrant grant = new KeyGrant(workspace, environment);
    String by = grant.forOwner(fingerprint);
    new MandateCheck(environment)
        .pass(
            workspace,
            Optional.empty(),
            AskedAcceptance.KEY_REGISTERED,
            "key=%s granted=%s".formatted(fingerprint, by));
    grant.register(key, by);
    environment.out().println("The owner's key counts from now on: " + fingerprint);
    return Exit.OK.code();
  }

  private PublicKey key() throws IOException {
    try {
      return AuditKey.readPublic(environment.path(file));
    } catch (GeneralSecurityException e) {
      throw UserError.ofInput(file + " must be the public half of an owner's key, but isn't");
    }
  }
}
