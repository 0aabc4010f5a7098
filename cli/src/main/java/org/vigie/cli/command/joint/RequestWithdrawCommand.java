package org.vigie.cli.command.joint;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterService;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.exchange.joint.Letter;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie request withdraw}. */
@Command(
    name = "withdraw",
    description = "Take back a question or an answer that we sent",
    footer = {
      "",
      "Opened by the partner, it deletes there what we sent. What they copied elsewhere is theirs to",
      "delete: the audit logs of both sides say when they were told.",
      "Example:",
      "  ./vigie request withdraw 0123… --why 'court order lifted' --out withdrawal.p7m"
    })
public final class RequestWithdrawCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "ID", description = "The letter, as request show lists it")
  private String id = "";

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "For the partner")
  private String why = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = LetterOptions.OUT)
  private String out = "";

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestWithdrawCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    String reason = LetterOptions.text("--why", why);
    JointLetters.Entry entry = options.entry(environment, id);
    if (!entry.parties().ours()
        || entry.heading().kind() == Letter.Kind.WITHDRAWAL
        || entry.withdrawn() != null) {
      throw UserError.ofInput(
          "what is withdrawn must be a question or an answer of ours that still stands, but %s isn't"
              .formatted(entry.heading().id()));
    }
    var file = LetterOptions.absent(environment, out);
    DeconflictFile.Partner partner = options.partner(environment, entry);
    AuditEvent event =
        AuditEvent.named("request withdraw", entry.heading().id())
            .disclosing(new Disclosure(partner.name(), reason));
    Mandate mandate = options.reading().pass(environment, event);
    Letter letter =
        new Letter(
            new Letter.Heading(
                Letter.Kind.WITHDRAWAL, LetterOptions.freshId(), entry.heading().id()),
            partner.fingerprint(),
            mandate,
            reason,
            List.of(),
            entry.handling().marking(),
            environment.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            entry.handling().keepUntil());
    new LetterService(options.workspace(environment), environment, mandate)
        .send(
            new LetterService.Outgoing(letter, entry.caseId(), partner, null, null, reason),
            options.key(environment),
            file);
    environment
        .out()
        .printf(
            "Withdrawal of letter %s written to %s, for %s alone.%n",
            entry.heading().id(), environment.shown(file), partner.name());
    return Exit.OK.code();
  }
}
