package org.vigie.casework.deconflict;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vigie.advert.Mandate;
import org.vigie.casework.DeconflictLedger;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterGrant;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/**
 * Answers requests of partners: knows which may be answered, asks a second person for each, and
 * writes down each answer before it goes out.
 */
public final class RequestResponder {
  /** How far the clock of a partner may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final Workspace workspace;
  private final Environment environment;
  private final SigningKey key;
  private final DeconflictLedger ledger;
  private final LetterGrant grants;

  /**
   * @param key by which answers are signed, and to which requests are addressed
   */
  public RequestResponder(Workspace workspace, Environment environment, SigningKey key) {
    this.workspace = workspace;
    this.environment = environment;
    this.key = key;
    this.ledger = new DeconflictLedger(workspace.database(), environment.clock());
    this.grants = new LetterGrant(workspace, environment, "deconflict");
  }

  /**
   * A request that may be answered, and by whom it is.
   *
   * @param asked the request
   * @param partner whose key signed it
   */
  public record Received(DeconflictRequest asked, DeconflictFile.Partner partner) {
    /** Returns the audit event of a command about this request. */
    public AuditEvent event(String command) {
      return AuditEvent.of(
          command,
          "request=%s from=%s elements=%d"
              .formatted(asked.id(), asked.signer().fingerprint(), asked.count()));
    }
  }

  /**
   * Takes a request in, without writing anything down.
   *
   * @throws UserError if it is no partner's or not for us, expired, was answered before, or asks
   *     for more than the partner's quota; or if what was answered before is lost
   */
  public Received receive(DeconflictRequest asked) throws IOException {
    LostDatabase.requireNone(workspace, environment.shown(workspace.database()));
    DeconflictFile.Partner partner =
        DeconflictFile.read(workspace.root())
            .ofKey(asked.signer().fingerprint())
            .orElseThrow(() ->
                UserError.ofInput(
                    "a request must be signed by a partner's key, but %s is no partner's; have it read to you by telephone, then put it into deconflict.yaml"
                        .formatted(asked.signer().fingerprint())));
    requireForUsAndNow(asked);
    ledger.require(asked, partner.keys(), partner.perWeek());
    return new Received(asked, partner);
  }

  private void requireForUsAndNow(DeconflictRequest asked) {
    String own = key.signer().fingerprint();
    if (!asked.terms().to().equals(own)) {
      throw UserError.ofInput(
          "a request must be addressed to our key, %s, but is to %s"
              .formatted(own, SafeText.line(asked.terms().to())));
    }
    Instant now = environment.clock().instant();
    if (!now.isBefore(asked.terms().expires())) {
      throw UserError.ofInput(
          "a request must be answered before it expires, but this one expired at "
              + asked.terms().expires());
    }
    if (asked.terms().made().isAfter(now.plus(AHEAD))) {
      throw UserError.ofInput(
          "a request must have been made before now, but this one says " + asked.terms().made());
    }
  }

  /**
   * Asks for the grant, unless it waits already; returns its number.
   *
   * @throws UserError if an element of the request is no point of the curve
   */
  public long ask(Received received) {
    DeconflictRequest asked = received.asked;
    asked.requirePoints();
    return grants.ask(
        wordsOf(asked),
        received.partner.name(),
        "asks blindly which of up to %,d contacts we hold; its mandate %s; to be answered until %s"
            .formatted(
                asked.count(), SafeText.line(asked.terms().mandate()), asked.terms().expires()));
  }

  /**
   * Returns the grant of a number.
   *
   * @throws UserError if nobody gave it within a day, or it is of something else
   */
  public ExportRequest granted(Received received, long number) {
    DeconflictRequest asked = received.asked;
    return grants.require(wordsOf(asked), number, "request " + asked.id());
  }

  /** Returns what was last asked of a second person for a request, decided or not. */
  public Optional<ExportRequest> lastAsked(Received received) {
    return grants.last(wordsOf(received.asked));
  }

  /** Returns how many requests of a partner wait for a second person. */
  public long waiting(DeconflictFile.Partner partner) {
    return grants.waiting(partner.name());
  }

  /** What finds no advert, and names one request. */
  private static String wordsOf(DeconflictRequest asked) {
    return "\"deconfliction request " + asked.hash().substring("sha256:".length()) + "\"";
  }

  /** Returns to whom an answer goes and on what grounds. */
  public static Disclosure disclosure(Received received, ExportRequest grant) {
    return new Disclosure(received.partner.name(), grant.why());
  }

  /**
   * Writes an answer, which counts from then on, and logs it.
   *
   * @param grant of this very request
   * @param mandate under which it goes out
   * @param held what we hold
   * @return the file that goes to the partner
   * @throws UserError if it was answered meanwhile, or the quota has no room any more
   */
  public byte[] answer(Received received, ExportRequest grant, Mandate mandate, SelectorList held) {
    DeconflictRequest asked = received.asked;
    Instant now = environment.clock().instant();
    byte[] answer =
        DeconflictAnswer.write(
            asked, held.desks(), now.truncatedTo(ChronoUnit.SECONDS), key, new SecureRandom());
    ledger.take(asked, received.partner.keys(), received.partner.perWeek());
    AuditEvent event =
        AuditEvent.of(
                "deconflict answered",
                "request=%s elements=%d held=%d grant=%d, asked by %s, granted by %s"
                    .formatted(
                        asked.id(),
                        asked.count(),
                        held.desks().size(),
                        grant.id(),
                        grant.askedBy(),
                        grant.decision().by()))
            .because(mandate.purpose())
            .disclosing(disclosure(received, grant))
            .handingOut(Sha256.of(answer));
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(now, environment.logged(), event, mandate);
    return answer;
  }
}
