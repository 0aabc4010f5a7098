package org.vigie.cli.command.joint;

import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LineCertificates;
import org.vigie.casework.line.LineTls;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Option;

/** The option and the steps that commands share which send to a partner's console. */
public final class PartnerLineOption {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "PARTNER",
      description = "A partner of deconflict.yaml with a line")
  private String to = "";

  /** Returns the partner that is named, if there is a line to them. */
  public Optional<DeconflictFile.Partner> partner(Workspace workspace) {
    return DeconflictFile.read(workspace.root()).named(to).filter(one -> one.line().isPresent());
  }

  /** Returns the entry of the audit log for a file that is sent over a line. */
  public AuditEvent event(
      String command, DeconflictFile.Partner partner, DeconflictFile.Line line, String hash) {
    return AuditEvent.of(command, "line=" + String.join(",", line.certificates()))
        .disclosing(new Disclosure(partner.name(), ""))
        .handingOut(hash);
  }

  /** Returns what shows who we are, and lets that partner alone be on the line. */
  public SSLContext tls(Environment environment, Workspace workspace, DeconflictFile.Line line)
      throws IOException {
    LineCertificates.Pair own =
        new LineCertificates(new LetterBox(workspace.root())).inUse(environment.clock().instant());
    return LineTls.of(
        own.key(), own.certificate(), line.certificates()::contains, environment.clock());
  }
}
