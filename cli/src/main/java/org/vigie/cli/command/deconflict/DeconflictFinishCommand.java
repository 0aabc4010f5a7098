package org.vigie.cli.command.deconflict;

import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.deconflict.KeptQuestions;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.SharedContacts;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie deconflict finish}. */
@Command(
    name = "finish",
    description = "Read a partner's answer: the contacts that both hold, and the desk to call",
    footer = {
      "",
      "An answer is read once: what it takes to read it is forgotten then. That both hold a contact",
      "is a reason to call, not a finding about a person.",
      "Example:",
      "  ./vigie deconflict finish answer"
    })
public final class DeconflictFinishCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "ANSWER", description = "The file that the partner sent")
  private String answer = "";

  @Mixin private Reading reading = new Reading();

  public DeconflictFinishCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = reading.workspace(environment);
    DeconflictAnswer read = DeconflictAnswer.read(environment.path(answer));
    AuditEvent event =
        AuditEvent.of(
            "deconflict finish",
            "request=%s from=%s".formatted(read.id(), read.signer().fingerprint()));
    Mandate mandate = reading.pass(environment, event);
    KeptQuestions kept = new KeptQuestions(workspace.root());
    kept.forgetExpired(environment.clock().instant());
    SharedContacts shared = kept.read(read);
    AuditEvent finished =
        AuditEvent.of(
                "deconflict finished",
                "request=%s shared=%d held=%d"
                    .formatted(read.id(), shared.contacts().size(), read.heldCount()))
            .because(mandate.purpose());
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(environment.clock().instant(), environment.logged(), finished, mandate);
    for (SharedContacts.Shared one : shared.contacts()) {
      environment
          .out()
          .println(SafeText.line(one.selector().key()) + "\t" + SafeText.line(one.desk()));
    }
    environment
        .out()
        .printf(
            "%s held by both.%n",
            Words.count(shared.contacts().size(), "contact is", "contacts are"));
    kept.forget(read.id());
    return Exit.OK.code();
  }
}
