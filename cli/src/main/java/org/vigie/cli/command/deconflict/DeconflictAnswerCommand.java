package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.DeconflictLedger;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.cli.command.custody.EvidenceKeyOption;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie deconflict answer}. */
@Command(
    name = "answer",
    description = "Answer a partner's request, once a second person has granted it",
    footer = {
      "",
      "Without --granted it checks the request and asks for the grant, which a reviewer gives on the",
      "page of exports after password and code. With it, the answer is written: the partner learns",
      "which of its contacts we hold and which desk to call, and how many we hold, up to the next",
      "power of two. Without --contacts or --query, contacts of all open cases are compared.",
      "Example:",
      "  ./vigie deconflict answer request",
      "  ./vigie deconflict answer request --granted 7 --out answer"
    })
public final class DeconflictAnswerCommand implements Callable<Integer> {
  /** How far the clock of a partner may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Environment environment;

  @Parameters(paramLabel = "REQUEST", description = "The file that the partner sent")
  private String request = "";

  @Option(
      names = "--granted",
      paramLabel = "NUMBER",
      description = "The export that stands for it, which a second person granted within 24 hours")
  private @Nullable Long granted;

  @Option(names = "--out", paramLabel = "FILE", description = "A file that doesn't exist yet")
  private @Nullable String out;

  @Mixin private EvidenceKeyOption keyOption = new EvidenceKeyOption();

  @Mixin private DeconflictContacts contacts = new DeconflictContacts();

  public DeconflictAnswerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if ((granted == null) != (out == null)) {
      throw UserError.ofUsage("--granted and --out must stand together, but one stands alone");
    }
    Workspace workspace = contacts.workspace(environment);
    DeconflictFile known = DeconflictFile.read(workspace.root());
    SigningKey key = SigningKey.read(keyOption.file(environment, workspace));
    DeconflictRequest asked = DeconflictRequest.read(environment.path(request));
    DeconflictFile.Partner partner = partner(known, asked);
    requireForUsAndNow(asked, key);
    DeconflictLedger ledger = new DeconflictLedger(workspace.database(), environment.clock());
    ledger.require(asked, partner.keys(), partner.perWeek());
    Received received = new Received(workspace, asked, partner, ledger);
    if (granted == null || out == null) {
      askForGrant(received);
    } else {
      answer(received, known.desk(), key, granted, out);
    }
    return Exit.OK.code();
  }

  /** A request that may be answered, and by whom it is. */
  private record Received(
      Workspace workspace,
      DeconflictRequest asked,
      DeconflictFile.Partner partner,
      DeconflictLedger ledger) {}

  private static DeconflictFile.Partner partner(DeconflictFile known, DeconflictRequest asked) {
    return known
        .ofKey(asked.signer().fingerprint())
        .orElseThrow(() ->
            UserError.ofInput(
                "a request must be signed by a partner's key, but %s is no partner's; have it read to you by telephone, then put it into deconflict.yaml"
                    .formatted(asked.signer().fingerprint())));
  }

  private void requireForUsAndNow(DeconflictRequest asked, SigningKey key) {
    if (!asked.to().equals(key.signer().fingerprint())) {
      throw UserError.ofInput(
          "a request must be addressed to our key, %s, but is to %s"
              .formatted(key.signer().fingerprint(), SafeText.line(asked.to())));
    }
    Instant now = environment.clock().instant();
    if (!now.isBefore(asked.expires())) {
      throw UserError.ofInput(
          "a request must be answered before it expires, but this one expired at "
              + asked.expires());
    }
    if (asked.made().isAfter(now.plus(AHEAD))) {
      throw UserError.ofInput(
          "a request must have been made before now, but this one says " + asked.made());
    }
  }

  private void askForGrant(Received received) {
    DeconflictRequest asked = received.asked;
    DeconflictFile.Partner partner = received.partner;
    contacts.pass(
        environment,
        event("deconflict grant asked", asked).disclosing(new Disclosure(partner.name(), "")));
    long number = new DeconflictGrant(received.workspace, environment).ask(asked, partner.name());
    environment
        .out()
        .printf(
            "%s asks about up to %s. A reviewer has to grant export %d on the page of exports, then:%n"
                + "  ./vigie deconflict answer %s --granted %d --out answer%n",
            partner.name(),
            Words.count(asked.count(), "contact", "contacts"),
            number,
            SafeText.line(request),
            number);
  }

  private void answer(Received received, String desk, SigningKey key, long number, String target)
      throws IOException {
    DeconflictRequest asked = received.asked;
    Path file = DeconflictFiles.absent(environment, target);
    ExportRequest grant =
        new DeconflictGrant(received.workspace, environment).require(asked, number);
    if (desk.isEmpty()) {
      throw UserError.ofInput("deconflict.yaml must name the desk to call, but doesn't");
    }
    Disclosure disclosure = new Disclosure(received.partner.name(), grant.why());
    DeconflictContacts.Brought held =
        contacts.read(environment, event("deconflict answer", asked).disclosing(disclosure), desk);
    byte[] answer =
        DeconflictAnswer.write(
            asked,
            held.selectors().desks(),
            environment.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            key,
            new SecureRandom());
    received.ledger.take(asked, received.partner.keys(), received.partner.perWeek());
    Mandate mandate = held.mandate();
    AuditEvent event =
        AuditEvent.of(
                "deconflict answered",
                "request=%s elements=%d held=%d grant=%d, asked by %s, granted by %s"
                    .formatted(
                        asked.id(),
                        asked.count(),
                        held.selectors().desks().size(),
                        number,
                        grant.askedBy(),
                        grant.decision().by()))
            .because(mandate.purpose())
            .disclosing(disclosure)
            .handingOut(Sha256.of(answer));
    new MandateDesk(environment)
        .auditLog(received.workspace)
        .append(environment.clock().instant(), environment.user(), event, mandate);
    Files.write(OwnerOnly.file(file), answer);
    environment
        .out()
        .printf(
            "Answer to request %s written to %s: %s of ours were compared.%n",
            asked.id(),
            environment.shown(file),
            Words.count(held.selectors().desks().size(), "contact", "contacts"));
  }

  private static AuditEvent event(String command, DeconflictRequest asked) {
    return AuditEvent.of(
        command,
        "request=%s from=%s elements=%d"
            .formatted(asked.id(), asked.signer().fingerprint(), asked.count()));
  }
}
