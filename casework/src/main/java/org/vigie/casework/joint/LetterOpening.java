package org.vigie.casework.joint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.joint.LetterBag;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;

/** The opening of letters that partners sent, each once. */
public final class LetterOpening {
  /** How far the clock of a partner may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final LetterDesk desk;
  private final DeconflictFile known;
  private final String ourKey;
  private final Instant now;

  /**
   * @param ourKey fingerprint of the key that signs here: letters are addressed to it
   */
  public LetterOpening(LetterDesk desk, DeconflictFile known, String ourKey, Instant now) {
    this.desk = desk;
    this.known = known;
    this.ourKey = ourKey;
    this.now = now;
  }

  /**
   * A letter that was opened.
   *
   * @param partner who sent it
   * @param caseId the case that it belongs to here
   */
  public record Opened(Letter letter, DeconflictFile.Partner partner, String caseId) {}

  /**
   * Opens a letter: what it brings lies in the workspace then, and stands in a case; what it
   * withdraws is deleted here.
   *
   * @param caseId an open case for a question; null to open a new one
   * @throws UserError if it isn't for us, of no partner, changed, over, or was opened before
   */
  public Opened open(Path file, @Nullable String caseId) throws IOException {
    desk.box().requireKeys();
    RecipientKey key = RecipientKey.read(desk.box().key(), desk.box().certificate());
    Path unfinished = desk.box().unfinished();
    try {
      Path bag = unfinished.resolve("letter");
      SealedFolder.open(file, key, bag);
      return take(LetterBag.read(bag), caseId, Sha256.of(file));
    } finally {
      LetterBox.delete(unfinished);
    }
  }

  private Opened take(LetterBag bag, @Nullable String caseId, String hash) throws IOException {
    Letter letter = bag.letter();
    DeconflictFile.Partner partner = partner(bag);
    requireForUsAndNow(letter);
    JointLetters.@Nullable Entry about = about(bag);
    if (about != null && caseId != null) {
      throw UserError.ofUsage(
          "--into is for a question, but this letter belongs to case " + about.caseId());
    }
    String named = about == null ? caseId : about.caseId();
    // What is taken back goes, whoever opens it and whatever became of the case.
    if (named != null && letter.kind() != Letter.Kind.WITHDRAWAL) {
      desk.cases().require(named);
    }
    desk.log(desk.event("opened", letter, bag.signer()).handingOut(hash));
    String belongs =
        named == null
            ? desk.cases().open("Question of %s (letter %s)".formatted(partner.name(), letter.id()))
            : named;
    desk.letters().add(letter, belongs, false, partner.name(), bag.signer(), hash);
    desk.box().keepCertificate(bag.signer(), bag.reader());
    if (letter.kind() == Letter.Kind.WITHDRAWAL) {
      desk.box().forget(letter.about());
    } else {
      desk.box().keep(letter.id(), bag.folder());
    }
    desk.cases().note(belongs, LetterDesk.about(letter, "from " + partner.name()));
    return new Opened(letter, partner, belongs);
  }

  private DeconflictFile.Partner partner(LetterBag bag) {
    return known
        .ofKey(bag.signer())
        .orElseThrow(() ->
            UserError.ofInput(
                "a letter must be signed by a partner's key, but %s is no partner's; have it read to you by telephone, then put it into deconflict.yaml"
                    .formatted(bag.signer())));
  }

  private void requireForUsAndNow(Letter letter) {
    if (!letter.to().equals(ourKey)) {
      throw UserError.ofInput(
          "a letter must be addressed to our key, %s, but is to %s"
              .formatted(ourKey, SafeText.line(letter.to())));
    }
    if (letter.made().isAfter(now.plus(AHEAD))) {
      throw UserError.ofInput(
          "a letter must have been made before now, but this one says " + letter.made());
    }
    if (letter.isOver(now)) {
      throw UserError.ofInput(
          "a letter must be opened before its last day is over, but that was " + letter.keepUntil());
    }
    if (desk.letters().find(letter.id()).isPresent()) {
      throw UserError.ofInput(
          "a letter must be opened once, but %s was opened before".formatted(letter.id()));
    }
    if (letter.kind() == Letter.Kind.WITHDRAWAL) {
      return;
    }
    try {
      letter.mandate().requireValid(now);
    } catch (ExpiredMandateException e) {
      throw UserError.ofInput(
          "a letter must be sent under a mandate that holds, but this one's ended at "
              + letter.mandate().validUntil());
    }
  }

  /** Returns the letter that this one is about; null for a question. */
  private JointLetters.@Nullable Entry about(LetterBag bag) throws IOException {
    Letter letter = bag.letter();
    if (letter.kind() == Letter.Kind.QUESTION) {
      return null;
    }
    boolean answers = letter.kind() == Letter.Kind.ANSWER;
    JointLetters.Entry about =
        desk.letters()
            .find(letter.about())
            .filter(entry ->
                entry.ours() == answers
                    && entry.partner().equals(bag.signer())
                    && entry.withdrawn() == null
                    && (answers
                        ? entry.kind() == Letter.Kind.QUESTION
                        : entry.kind() != Letter.Kind.WITHDRAWAL))
            .orElseThrow(() ->
                UserError.ofInput(
                    answers
                        ? "an answer must be to a question that we asked this partner and didn't withdraw, but isn't"
                        : "a withdrawal must be of a letter that this partner sent here and didn't withdraw before, but isn't"));
    if (answers) {
      requireWhole(bag);
    }
    return about;
  }

  /** The package must stand on its own: it may be handed on without the letter around it. */
  private static void requireWhole(LetterBag bag) throws IOException {
    BagCheck.Result result = BagCheck.check(bag.evidence(), bag.signer());
    if (!result.problems().isEmpty()) {
      throw UserError.ofInput(
          "the package of an answer must be whole and signed by the same key, but: "
              + SafeText.line(result.problems().getFirst().toString()));
    }
  }
}
