package org.vigie.cli.command.keys;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.OwnerKeyFile;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie keys make-owner}. */
@Command(
    name = "make-owner",
    description = "Make an owner's key, which grants what a unit of one needs a second admin for",
    footer = {
      "",
      "Make it on another machine, and keep FILE offline, encrypted with the passphrase that you type.",
      "Take FILE.pub to the workspace: ./vigie keys register-owner FILE.pub"
    })
public final class KeysMakeOwnerCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A file that does not exist yet; its public half becomes FILE.pub")
  private String out = "";

  public KeysMakeOwnerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    OwnerKeyFile file = new OwnerKeyFile(environment.path(out));
    String fingerprint =
        AuditKey.fingerprint(file.make(Passphrase.read(environment), new SecureRandom()));
    environment.out().println("Fingerprint: " + fingerprint);
    environment.out().println("Public half: " + environment.shown(file.publicHalf()));
    return Exit.OK.code();
  }
}
