package org.vigie.casework.joint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.IdScan;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.joint.LetterBag;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.Workspace;

/** Where letters to partners are signed, sealed, logged and put into the case they belong to. */
public final class LetterService {
  private final Workspace workspace;
  private final Environment environment;
  private final Mandate mandate;
  private final LetterBox box;
  private final JointLetters letters;
  private final JointCase cases;

  /**
   * @param mandate under which letters are sent and opened; its use is in the audit log already
   */
  public LetterService(Workspace workspace, Environment environment, Mandate mandate) {
    this.workspace = workspace;
    this.environment = environment;
    this.mandate = mandate;
    this.box = new LetterBox(workspace.root());
    this.letters = new JointLetters(workspace.database(), environment.clock());
    this.cases = new JointCase(workspace, environment);
  }

  /**
   * A letter about to be sent.
   *
   * @param caseId the case that it belongs to here
   * @param partner who gets it
   * @param certificate the partner's; null for the one that is known
   * @param evidence folder of an answer's package, or null
   * @param grounds why it may go, such as a grant
   */
  public record Outgoing(
      Letter letter,
      String caseId,
      DeconflictFile.Partner partner,
      @Nullable Path certificate,
      @Nullable Path evidence,
      String grounds) {}

  /**
   * Writes a letter to a file, which appears once the audit log and the case have it. One that ends
   * with {@code .eml} is a mail that the letter is attached to.
   *
   * @throws UserError if the file is there, or nothing can be encrypted to the partner
   */
  public void send(Outgoing outgoing, SigningKey key, Path out) throws IOException {
    box.requireKeys();
    Letter letter = outgoing.letter;
    if (letter.heading().kind() != Letter.Kind.WITHDRAWAL) {
      cases.require(outgoing.caseId);
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    Path unfinished = box.unfinished();
    try {
      String hash = seal(outgoing, key, unfinished, part, LetterMail.isMail(out));
      AuditEvent event =
          event("sent", letter, outgoing.partner.fingerprint())
              .disclosing(new Disclosure(outgoing.partner.name(), outgoing.grounds))
              .showing(shown(outgoing.evidence))
              .handingOut(hash);
      log(event);
      letters.add(
          letter,
          outgoing.caseId,
          true,
          mandate.authority(),
          outgoing.partner.fingerprint(),
          hash,
          () -> {});
      cases.note(outgoing.caseId, about(letter, "to " + outgoing.partner.name()));
      Files.move(part, out);
    } finally {
      Files.deleteIfExists(part);
      FolderTree.delete(unfinished);
    }
  }

  /** Writes what is sent, and returns the hash of the sealed letter, however it is carried. */
  private String seal(
      Outgoing outgoing, SigningKey key, Path unfinished, Path part, boolean isMailed)
      throws IOException {
    Path bag = Files.createDirectory(unfinished.resolve("bag"));
    LetterBag.write(outgoing.letter, box.certificate(), outgoing.evidence, key, bag);
    Path sealed = isMailed ? unfinished.resolve("letter") : part;
    SealedFolder.write(bag, outgoing.letter.heading().id(), sealed, recipients(outgoing));
    if (isMailed) {
      LetterMail.write(sealed, part);
    }
    OwnerOnly.tighten(part);
    return Sha256.of(sealed);
  }

  private Recipients recipients(Outgoing outgoing) throws IOException {
    if (outgoing.certificate != null) {
      Recipients named = Recipients.read(List.of(outgoing.certificate), now());
      box.keepCertificate(outgoing.partner.fingerprint(), outgoing.certificate);
      return named;
    }
    Path known =
        outgoing.partner.keys().stream()
            .map(box::certificateOf)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() ->
                UserError.ofUsage(
                    "--recipient must name the partner's certificate, since none came from there yet; it is"
                        + " what ./vigie request key printed there"));
    return Recipients.read(List.of(known), now());
  }

  /** Returns what a case and its members are told of a letter: nothing that it says. */
  static String about(Letter letter, String toOrFrom) {
    String subject =
        letter.heading().kind() == Letter.Kind.WITHDRAWAL
            ? " of letter " + letter.heading().about()
            : "";
    return "%s%s %s: letter %s, TLP:%s, to be kept until %s"
        .formatted(
            letter.heading().kind().label(),
            subject,
            toOrFrom,
            letter.heading().id(),
            letter.marking().label().toUpperCase(Locale.ROOT),
            letter.keepUntil());
  }

  /**
   * Deletes what was opened here and may be kept no longer.
   *
   * @return the ids of those letters
   */
  public List<String> forgetOver() throws IOException {
    box.forgetUnfinished(now());
    List<String> forgotten = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (JointLetters.Entry entry : letters.all()) {
      written.add(entry.heading().id());
      if (!entry.parties().ours() && !entry.stands(now()) && box.forget(entry.heading().id())) {
        forgotten.add(entry.heading().id());
        logDeleted(entry.heading().id());
      }
    }
    for (String id : box.forgetUnwritten(written, now())) {
      forgotten.add(id);
      logDeleted(id);
    }
    return forgotten;
  }

  private void logDeleted(String id) {
    log(AuditEvent.of("letter deleted", "letter=" + id));
  }

  private static ShownIds shown(@Nullable Path evidence) throws IOException {
    return evidence == null ? ShownIds.none() : IdScan.ofFiles(evidence);
  }

  AuditEvent event(String what, Letter letter, String partner) {
    return AuditEvent.of(
        "letter " + what,
        "letter=%s kind=%s about=%s partner=%s contacts=%d mandate=%s"
            .formatted(
                letter.heading().id(),
                letter.heading().kind().label(),
                letter.heading().about(),
                partner,
                letter.contacts().size(),
                letter.mandate().id()));
  }

  void log(AuditEvent event) {
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(now(), environment.logged(), event.because(mandate.purpose()), mandate);
  }

  private Instant now() {
    return environment.clock().instant();
  }

  LetterBox box() {
    return box;
  }

  JointLetters letters() {
    return letters;
  }

  JointCase cases() {
    return cases;
  }
}
