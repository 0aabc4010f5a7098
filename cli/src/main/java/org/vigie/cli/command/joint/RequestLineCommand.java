package org.vigie.cli.command.joint;

import java.nio.file.Files;
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

/** {@code vigie request line}. */
@Command(
    name = "line",
    description = "Print the fingerprint of the certificate that this console shows to partners'",
    footer = {
      "",
      "It is made if there is none; it holds for two years. Tell partners the fingerprint by",
      "telephone: they write it beside your name in deconflict.yaml, as you do theirs, with the",
      "address at which they listen:",
      "  partners:",
      "    - name: 'Agency, Exampleland'",
      "      fingerprint: 0123…",
      "      line: 4567…",
      "      address: vigie.example.org:8490"
    })
public final class RequestLineCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Whom the certificate names. Default: ${DEFAULT-VALUE}")
  private String name = "Vigie";

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  public RequestLineCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    LetterBox box = new LetterBox(workspace.in(environment).root());
    if (!Files.exists(box.lineCertificate())) {
      ReaderPair.makeForTls(
          box.lineKey(), box.lineCertificate(), name, environment.clock().instant());
      environment
          .out()
          .println("Certificate written to " + environment.shown(box.lineCertificate()));
    }
    environment.out().println("Fingerprint: " + Recipients.fingerprint(box.lineCertificate()));
    return Exit.OK.code();
  }
}
