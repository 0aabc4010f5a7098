package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.deconflict.KeptAnswers;
import org.vigie.casework.deconflict.RequestResponder;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LineCertificates;
import org.vigie.casework.line.LineTls;
import org.vigie.casework.line.QuestionLine;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/**
 * Answers requests of partners as they come over the line: by the rules of the files, each once a
 * second person has granted it.
 */
final class OnlineResponder implements QuestionLine.Responder {
  /** Requests of one partner that wait for a second person: nobody fills their page. */
  private static final int MOST_WAITING = 20;

  private final Environment environment;
  private final Workspace workspace;
  private final DeconflictContacts contacts;
  private final RequestResponder responder;
  private final KeptAnswers answers;

  /**
   * @param contacts what is compared, read anew for each answer
   */
  OnlineResponder(
      Environment environment, Workspace workspace, DeconflictContacts contacts, SigningKey key) {
    this.environment = environment;
    this.workspace = workspace;
    this.contacts = contacts;
    this.responder = new RequestResponder(workspace, environment, key);
    this.answers = new KeptAnswers(workspace.root());
  }

  /**
   * Begins to answer.
   *
   * @throws UserError if there is no certificate to show, or the address can't be listened on
   */
  QuestionLine start(ListenAddress address) throws IOException {
    LineCertificates.Pair own =
        new LineCertificates(new LetterBox(workspace.root())).inUse(environment.clock().instant());
    SSLContext tls = LineTls.of(own.key(), own.certificate(), this::isKnown, environment.clock());
    try {
      return QuestionLine.start(
          tls,
          address.host(),
          address.port(),
          workspace.root().resolve("deconflict/arriving"),
          this);
    } catch (IOException e) {
      throw UserError.ofInput(
          "requests must be taken at %s:%d, but can't be (%s)"
              .formatted(
                  SafeText.line(address.host()),
                  address.port(),
                  SafeText.line(String.valueOf(e.getMessage()))));
    }
  }

  private boolean isKnown(String certificate) {
    try {
      return shownBy(certificate).isPresent();
    } catch (UserError e) {
      tell("nobody is let in: " + e.getMessage());
      return false;
    }
  }

  private Optional<DeconflictFile.Partner> shownBy(String certificate) {
    return DeconflictFile.read(workspace.root()).ofLine(certificate);
  }

  @Override
  public long longest(String certificate) {
    return shownBy(certificate)
        .map(partner -> DeconflictRequest.longest(partner.perWeek()))
        .orElse(0L);
  }

  @Override
  public QuestionLine.Reply reply(String certificate, Path request) throws IOException {
    try {
      return decided(shownBy(certificate).orElseThrow(), DeconflictRequest.read(request));
    } catch (UserError e) {
      tell("a partner's request isn't answered: " + e.getMessage());
      return e.exit() == Exit.BUDGET
          ? new QuestionLine.Reply.Quota()
          : new QuestionLine.Reply.Refused();
    } catch (IOException | RuntimeException e) {
      tell("a partner's request failed: " + e.getClass().getSimpleName());
      throw e;
    }
  }

  private QuestionLine.Reply decided(DeconflictFile.Partner shown, DeconflictRequest asked)
      throws IOException {
    if (!shown.has(asked.signer().fingerprint())) {
      throw UserError.ofInput(
          "%s must bring requests that it signed, but brought one of key %s"
              .formatted(SafeText.line(shown.name()), asked.signer().fingerprint()));
    }
    Instant now = environment.clock().instant();
    answers.forgetExpired(now);
    Optional<byte[]> before = answers.find(asked, now);
    if (before.isPresent()) {
      contacts.pass(
          environment,
          new RequestResponder.Received(asked, shown)
              .event("deconflict answer again")
              .disclosing(new Disclosure(shown.name(), ""))
              .handingOut(Sha256.of(before.get())));
      return new QuestionLine.Reply.Answer(before.get());
    }
    RequestResponder.Received received = responder.receive(asked);
    Optional<ExportRequest> last = responder.lastAsked(received);
    if (last.isPresent() && last.get().isOpen(now)) {
      return new QuestionLine.Reply.Answer(answer(received, last.get()));
    }
    if (last.isEmpty() || last.get().isLapsed() || last.get().decision().granted()) {
      ask(received);
    } else if (!last.get().isPending()) {
      throw UserError.ofInput("a second person must grant it, but declined it");
    }
    return new QuestionLine.Reply.Pending();
  }

  private void ask(RequestResponder.Received received) throws IOException {
    String partner = received.partner().name();
    if (responder.waiting(received.partner()) >= MOST_WAITING) {
      throw UserError.ofInput(
          "at most %d requests of a partner must wait for a second person, but so many of %s do"
              .formatted(MOST_WAITING, SafeText.line(partner)));
    }
    contacts.pass(
        environment,
        received.event("deconflict grant asked").disclosing(new Disclosure(partner, "")));
    long number = responder.ask(received);
    environment
        .out()
        .printf(
            "%s asks about up to %,d contacts: a reviewer has to grant export %d on the page of exports.%n",
            SafeText.line(partner), received.asked().count(), number);
  }

  private byte[] answer(RequestResponder.Received received, ExportRequest grant)
      throws IOException {
    DeconflictContacts.Brought held =
        contacts.held(environment, DeconflictFile.read(workspace.root()), received, grant);
    byte[] answer = responder.answer(received, grant, held.mandate(), held.selectors());
    answers.keep(received.asked(), answer);
    environment
        .out()
        .printf(
            "Request %s of %s was answered.%n",
            received.asked().id(), SafeText.line(received.partner().name()));
    return answer;
  }

  private void tell(String problem) {
    environment.err().println("vigie: " + SafeText.line(problem));
  }
}
