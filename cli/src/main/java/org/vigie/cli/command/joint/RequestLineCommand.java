package org.vigie.cli.command.joint;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LineCertificates;
import org.vigie.cli.command.option.WorkspaceOption;
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
      "      address: vigie.example.org:8490",
      "In its last 30 days the next one is made beside it and shown from its end on (a listening",
      "console must be started again then). Till then partners write both: line: [4567…, 89ab…]"
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
    LineCertificates certificates =
        new LineCertificates(new LetterBox(workspace.in(environment).root()));
    Instant now = environment.clock().instant();
    certificates
        .renew(name, now)
        .ifPresent(made -> say("Certificate written to " + environment.shown(made.certificate())));
    for (LineCertificates.Pair one : certificates.all()) {
      String fingerprint = Recipients.fingerprint(one.certificate());
      if (!one.until().isAfter(now)) {
        say("Ended at %s, for partners to delete: %s".formatted(one.until(), fingerprint));
      } else {
        say("Fingerprint: " + fingerprint);
        if (!one.until().isAfter(now.plus(LineCertificates.AHEAD))) {
          say("It ends at %s; partners must know the next one before".formatted(one.until()));
        }
      }
    }
    return Exit.OK.code();
  }

  private void say(String line) {
    environment.out().println(line);
  }
}
