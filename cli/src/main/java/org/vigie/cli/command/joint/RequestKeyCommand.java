package org.vigie.cli.command.joint;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie request key}. */
@Command(
    name = "key",
    description = "Make the certificate to which partners encrypt, and print its fingerprint",
    footer = {
      "",
      "Send partners the certificate, and tell them its fingerprint another way. It holds for two",
      "years. Without the key beside it, nothing that was encrypted to it can be opened."
    })
public final class RequestKeyCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Whom the certificate names. Default: ${DEFAULT-VALUE}")
  private String name = "Vigie";

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  public RequestKeyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    LetterBox box = new LetterBox(workspace.in(environment).root());
    var now = environment.clock().instant();
    ReaderPair.make(box.key(), box.certificate(), name, now);
    environment.out().println("Certificate written to " + environment.shown(box.certificate()));
    Recipients.read(List.of(box.certificate()), now)
        .fingerprints()
        .forEach(each -> environment.out().println("Fingerprint: " + each));
    return Exit.OK.code();
  }
}
