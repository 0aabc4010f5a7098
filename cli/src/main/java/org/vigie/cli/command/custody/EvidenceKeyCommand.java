package org.vigie.cli.command.custody;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie evidence key}. */
@Command(
    name = "key",
    description = "Make the key that signs evidence packages, and print its fingerprint",
    footer = {
      "",
      "A key that exists is never replaced. Keep a copy of the file: without it, no package can be",
      "signed by the same name again."
    })
public final class EvidenceKeyCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private EvidenceKeyOption key = new EvidenceKeyOption();

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  public EvidenceKeyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path file = key.file(environment, workspace.in(environment));
    SigningKey made = SigningKey.make(file);
    environment.out().println("Key written to " + environment.shown(file));
    environment.out().println("Fingerprint: " + made.signer().fingerprint());
    return Exit.OK.code();
  }
}
