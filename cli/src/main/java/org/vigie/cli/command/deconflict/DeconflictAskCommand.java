package org.vigie.cli.command.deconflict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.deconflict.KeptQuestions;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.custody.EvidenceKeyOption;
import org.vigie.cli.command.option.Require;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.AskedTerms;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie deconflict ask}. */
@Command(
    name = "ask",
    description = "Write a request that asks a partner about contacts without showing them",
    footer = {
      "",
      "The partner sees how many there are, up to the next power of two, and nothing else of them.",
      "What is needed to read the answer stays in deconflict/ of the workspace.",
      "Example:",
      "  ./vigie deconflict ask --contacts k-7 --to 'Agency, Exampleland' --out request"
    })
public final class DeconflictAskCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PARTNER",
      description = "Whom to ask, as deconflict.yaml names them")
  private String to = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days within which it may be answered. Default: ${DEFAULT-VALUE}")
  private int days = 7;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A file that doesn't exist yet")
  private String out = "";

  @Mixin private EvidenceKeyOption keyOption = new EvidenceKeyOption();

  @Mixin private DeconflictContacts contacts = new DeconflictContacts();

  public DeconflictAskCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--days", days, 1, 90);
    contacts.requireNamed();
    Path file = DeconflictFiles.absent(environment, out);
    Workspace workspace = contacts.workspace(environment);
    DeconflictFile.Partner partner =
        DeconflictFile.read(workspace.root())
            .named(to)
            .orElseThrow(() ->
                UserError.ofUsage(
                    "--to must be a partner that deconflict.yaml names, but isn't; type"
                        + " ./vigie deconflict --help"));
    SigningKey key = SigningKey.read(keyOption.file(environment, workspace));
    Instant now = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    AuditEvent event = AuditEvent.of("deconflict ask", "to=" + partner.fingerprint());
    DeconflictContacts.Brought brought = contacts.read(environment, event, "");
    if (brought.selectors().desks().isEmpty()) {
      throw UserError.ofInput("what is asked about must hold a contact to compare, but holds none");
    }
    Mandate mandate = brought.mandate();
    AskedTerms terms =
        new AskedTerms(
            mandate.authority(),
            partner.fingerprint(),
            mandate.id(),
            now,
            now.plus(Duration.ofDays(days)));
    DeconflictQuestion question =
        DeconflictQuestion.of(brought.selectors().desks().keySet(), terms, key, new SecureRandom());
    log(workspace, mandate, partner, question);
    KeptQuestions kept = new KeptQuestions(workspace.root());
    kept.forgetExpired(now);
    kept.keep(question);
    Files.write(OwnerOnly.file(file), question.request());
    environment
        .out()
        .printf(
            "Request %s about %s written to %s; %s has until %s to answer it.%nSigned by %s.%n",
            question.kept().id(),
            Words.count(question.kept().lines().size(), "contact", "contacts"),
            environment.shown(file),
            partner.name(),
            terms.expires(),
            key.signer().fingerprint());
    return Exit.OK.code();
  }

  private void log(
      Workspace workspace,
      Mandate mandate,
      DeconflictFile.Partner partner,
      DeconflictQuestion question) {
    AuditEvent event =
        AuditEvent.of(
                "deconflict asked",
                "request=%s selectors=%d"
                    .formatted(question.kept().id(), question.kept().lines().size()))
            .because(mandate.purpose())
            .disclosing(new Disclosure(partner.name(), ""))
            .handingOut(Sha256.of(question.request()));
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(environment.clock().instant(), environment.logged(), event, mandate);
  }
}
