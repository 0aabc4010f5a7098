package org.vigie.casework.joint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.joint.LetterBag;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.text.safe.SafeText;

/** The opening of letters that partners sent, each once. */
public final class LetterOpening {
  /** How far the clock of a partner may be ahead of ours. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private final LetterService service;
  private final DeconflictFile known;
  private final List<String> ourKeys;
  private final Instant now;

  /**
   * @param ourKeys fingerprints of the key that signs here and of those before it: letters are
   *     addressed to one of them
   */
  public LetterOpening(
      LetterService service, DeconflictFile known, List<String> ourKeys, Instant now) {
    this.service = service;
    this.known = known;
    this.ourKeys = List.copyOf(ourKeys);
    this.now = now;
  }

  /**
   * A letter that was opened.
   *
   * @param partner who sent it
   * @param caseId the case that it belongs to here; empty if it takes back what never came
   */
  public record Opened(Letter letter, DeconflictFile.Partner partner, String caseId) {}

  /**
   * Opens a letter, be it a file or attached to a mail: what it brings lies in the workspace then,
   * and stands in a case; what it withdraws is deleted here. A file that came over the line and
   * can't be opened, now or later, makes room for others: it is deleted if it is over, or else set
   * aside.
   *
   * @param caseId an open case for a question; null to open a new one
   * @throws UserError if it isn't for us, of no partner, changed, over, or was opened before
   */
  public Opened open(Path file, @Nullable String caseId) throws IOException {
    service.box().requireKeys();
    RecipientKey key = RecipientKey.read(service.box().key(), service.box().certificate());
    Path unfinished = service.box().unfinished();
    try {
      Path sealed = LetterMail.isMail(file) ? attached(file, unfinished) : file;
      Path bag = unfinished.resolve("letter");
      return take(read(sealed, file, key, bag), caseId, Sha256.of(sealed));
    } catch (UnusableLetter e) {
      throw e.told(service.box().hasArrived(file) ? putAway(file, e.isOver()) : "");
    } finally {
      FolderTree.delete(unfinished);
    }
  }

  private static Path attached(Path mail, Path unfinished) throws IOException {
    Path sealed = unfinished.resolve("letter.p7m");
    LetterMail.read(mail, sealed);
    return sealed;
  }

  /**
   * @param named the file that whoever opens it knows, be it the letter or a mail
   */
  private static LetterBag read(Path sealed, Path named, RecipientKey key, Path bag)
      throws IOException {
    try {
      SealedFolder.open(sealed, key, bag);
      return LetterBag.read(bag);
    } catch (UserError e) {
      String why = String.valueOf(e.getMessage());
      throw UnusableLetter.wrong(why.replace(sealed.toString(), named.toString()));
    }
  }

  private String putAway(Path file, boolean isOver) throws IOException {
    AuditEvent event =
        AuditEvent.of(isOver ? "letter deleted" : "letter set aside", "unopened")
            .handingOut(Sha256.of(file));
    service.log(event);
    if (isOver) {
      Files.delete(file);
      return "; its file was deleted";
    }
    return "; its file is in %s now, for %d days"
        .formatted(service.box().setAside(file, now), LetterBox.ASIDE.toDays());
  }

  private Opened take(LetterBag bag, @Nullable String caseId, String hash) throws IOException {
    Letter letter = bag.letter();
    DeconflictFile.Partner partner = partner(bag);
    requireForUsAndNow(letter, partner);
    if (letter.heading().kind() != Letter.Kind.QUESTION && caseId != null) {
      throw UserError.ofUsage("--into is for a question, but this letter belongs to another one");
    }
    String belongs =
        switch (letter.heading().kind()) {
          case QUESTION -> caseId;
          case ANSWER -> answered(bag, partner);
          case WITHDRAWAL -> withdrawn(bag, partner);
        };
    // What is taken back goes, whoever opens it and whatever became of the case.
    if (belongs != null && letter.heading().kind() != Letter.Kind.WITHDRAWAL) {
      service.cases().require(belongs);
    }
    service.log(service.event("opened", letter, bag.signer()).handingOut(hash));
    String kept =
        belongs == null
            ? service
                .cases()
                .open("Question of %s (letter %s)".formatted(partner.name(), letter.heading().id()))
            : belongs;
    service.box().keepCertificate(bag.signer(), bag.reader());
    keep(bag, kept, partner, hash);
    service.cases().note(kept, LetterService.about(letter, "from " + partner.name()));
    return new Opened(letter, partner, kept);
  }

  private void keep(LetterBag bag, String caseId, DeconflictFile.Partner partner, String hash)
      throws IOException {
    Letter letter = bag.letter();
    boolean takesBack = letter.heading().kind() == Letter.Kind.WITHDRAWAL;
    service
        .letters()
        .add(
            letter,
            caseId,
            false,
            partner.name(),
            takesBack ? withdrawnKey(bag, partner) : bag.signer(),
            hash,
            () -> {
              if (!takesBack) {
                service.box().keep(letter.heading().id(), bag.folder());
              }
            });
    if (takesBack) {
      service.box().forget(letter.heading().about());
    }
  }

  /** Returns the key of the letter that is withdrawn: its partner may have changed it since. */
  private String withdrawnKey(LetterBag bag, DeconflictFile.Partner partner) {
    return service
        .letters()
        .find(bag.letter().heading().about())
        .map(entry -> entry.parties().partner())
        .filter(partner::has)
        .orElse(bag.signer());
  }

  private DeconflictFile.Partner partner(LetterBag bag) {
    return known
        .ofKey(bag.signer())
        .orElseThrow(() ->
            UserError.ofInput(
                "a letter must be signed by a partner's key, but %s is no partner's; have it read to you by telephone, then put it into deconflict.yaml"
                    .formatted(bag.signer())));
  }

  private void requireForUsAndNow(Letter letter, DeconflictFile.Partner partner) {
    if (!ourKeys.contains(letter.to())) {
      throw UnusableLetter.wrong(
          "a letter must be addressed to our key, %s, but is to %s"
              .formatted(ourKeys.getFirst(), SafeText.line(letter.to())));
    }
    if (letter.made().isAfter(now.plus(AHEAD))) {
      throw UserError.ofInput(
          "a letter must have been made before now, but this one says " + letter.made());
    }
    if (letter.isOver(now)) {
      throw UnusableLetter.over(
          "a letter must be opened before its last day is over, but that was "
              + letter.keepUntil());
    }
    if (partner.keys().stream()
        .anyMatch(key -> service.letters().isWithdrawnBy(key, letter.heading().id()))) {
      throw UnusableLetter.over(
          "a letter must still stand, but its sender withdrew %s".formatted(letter.heading().id()));
    }
    if (service.letters().find(letter.heading().id()).isPresent()) {
      throw UnusableLetter.over(
          "a letter must be opened once, but %s was opened before"
              .formatted(letter.heading().id()));
    }
    if (letter.heading().kind() == Letter.Kind.WITHDRAWAL) {
      return;
    }
    try {
      letter.mandate().requireValid(now);
    } catch (ExpiredMandateException e) {
      throw UnusableLetter.wrong(
          "a letter must be sent under a mandate that holds, but this one's ended at "
              + letter.mandate().validUntil());
    }
  }

  /** Returns the case of the question that a letter answers. */
  private String answered(LetterBag bag, DeconflictFile.Partner partner) throws IOException {
    String caseId =
        service
            .letters()
            .find(bag.letter().heading().about())
            .filter(entry ->
                entry.heading().kind() == Letter.Kind.QUESTION
                    && entry.parties().ours()
                    && partner.has(entry.parties().partner())
                    && entry.withdrawn() == null)
            .map(JointLetters.Entry::caseId)
            .orElseThrow(() ->
                UnusableLetter.wrong(
                    "an answer must be to a question that we asked this partner and didn't withdraw, but isn't"));
    requireWhole(bag);
    return caseId;
  }

  /** Returns the case of the letter that is withdrawn; none if it never came, or comes later. */
  private String withdrawn(LetterBag bag, DeconflictFile.Partner partner) {
    JointLetters.@Nullable Entry entry =
        service.letters().find(bag.letter().heading().about()).orElse(null);
    if (entry == null) {
      return "";
    }
    if (entry.parties().ours()
        || entry.heading().kind() == Letter.Kind.WITHDRAWAL
        || !partner.has(entry.parties().partner())
        || entry.withdrawn() != null) {
      throw UnusableLetter.wrong(
          "a withdrawal must be of a letter that this partner sent and didn't withdraw before, but isn't");
    }
    return entry.caseId();
  }

  /** The package must stand on its own: it may be handed on without the letter around it. */
  private static void requireWhole(LetterBag bag) throws IOException {
    BagCheck.Result result = BagCheck.check(bag.evidence(), bag.signer());
    if (!result.problems().isEmpty()) {
      throw UnusableLetter.wrong(
          "the package of an answer must be whole and signed by the same key, but: "
              + SafeText.line(result.problems().getFirst().toString()));
    }
  }
}
