package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.deconflict.RequestResponder;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.cli.command.custody.EvidenceKeyOption;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.deconflict.DeconflictRequest;
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
    SigningKey key = SigningKey.read(keyOption.file(environment, workspace));
    RequestResponder responder = new RequestResponder(workspace, environment, key);
    RequestResponder.Received received =
        responder.receive(DeconflictRequest.read(environment.path(request)));
    if (granted == null || out == null) {
      askForGrant(responder, received);
    } else {
      answer(responder, received, DeconflictFile.read(workspace.root()), granted, out);
    }
    return Exit.OK.code();
  }

  private void askForGrant(RequestResponder responder, RequestResponder.Received received)
      throws IOException {
    String partner = received.partner().name();
    contacts.pass(
        environment,
        received.event("deconflict grant asked").disclosing(new Disclosure(partner, "")));
    long number = responder.ask(received);
    environment
        .out()
        .printf(
            "%s asks about up to %s. A reviewer has to grant export %d on the page of exports, then:%n"
                + "  ./vigie deconflict answer %s --granted %d --out answer%n",
            partner,
            Words.count(received.asked().count(), "contact", "contacts"),
            number,
            SafeText.line(request),
            number);
  }

  private void answer(
      RequestResponder responder,
      RequestResponder.Received received,
      DeconflictFile known,
      long number,
      String target)
      throws IOException {
    Path file = DeconflictFiles.absent(environment, target);
    ExportRequest grant = responder.granted(received, number);
    DeconflictContacts.Brought held = contacts.held(environment, known, received, grant);
    byte[] answer = responder.answer(received, grant, held.mandate(), held.selectors());
    Files.write(OwnerOnly.file(file), answer);
    environment
        .out()
        .printf(
            "Answer to request %s written to %s: %s of ours were compared.%n",
            received.asked().id(),
            environment.shown(file),
            Words.count(held.selectors().desks().size(), "contact", "contacts"));
  }
}
