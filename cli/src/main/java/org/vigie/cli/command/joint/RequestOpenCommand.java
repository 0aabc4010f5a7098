package org.vigie.cli.command.joint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LetterOpening;
import org.vigie.casework.joint.LetterService;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.exchange.joint.Letter;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie request open}. */
@Command(
    name = "open",
    description = "Open what a partner sent: a question, an answer or a withdrawal",
    footer = {
      "",
      "Signature, addressee, mandate and last day are checked first. A question opens a case, or",
      "goes into the one of --into. A withdrawal deletes here what was withdrawn.",
      "Example:",
      "  ./vigie request open question.p7m"
    })
public final class RequestOpenCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The file that the partner sent, or the saved mail (.eml) that it is attached to")
  private String file = "";

  @Option(
      names = "--into",
      paramLabel = "CASE",
      description = "An open case that a question belongs to. Default: a new one")
  private @Nullable String caseId;

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestOpenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path sent = environment.path(file);
    if (!Files.isRegularFile(sent)) {
      throw UserError.ofInput(file + " must be a letter, but there is no such file");
    }
    Workspace workspace = options.workspace(environment);
    Mandate mandate =
        options
            .reading()
            .pass(environment, AuditEvent.of("request open", "").handingOut(Sha256.of(sent)));
    LetterService service = new LetterService(workspace, environment, mandate);
    service.forgetOver();
    LetterOpening.Opened opened =
        new LetterOpening(
                service,
                options.partners(environment),
                options.ourKeys(environment),
                environment.clock().instant())
            .open(sent, caseId);
    LetterBox box = new LetterBox(workspace.root());
    if (box.hasArrived(sent)) {
      Files.delete(sent); // what came over the line waits for this alone
    }
    tell(opened, box);
    return Exit.OK.code();
  }

  private void tell(LetterOpening.Opened opened, LetterBox box) {
    Letter letter = opened.letter();
    environment
        .out()
        .printf(
            "%s %s of %s, signed by their key, is in %s.%n",
            label(letter.heading().kind()),
            letter.heading().id(),
            opened.partner().name(),
            opened.caseId().isEmpty() ? "no case" : "case " + opened.caseId());
    environment
        .out()
        .println(
            switch (letter.heading().kind()) {
              case QUESTION ->
                  "Next: ./vigie request show %1$s, then ./vigie request answer %1$s"
                      .formatted(letter.heading().id());
              case ANSWER ->
                  "Its package is whole: "
                      + environment.shown(
                          box.opened(letter.heading().id()).resolve("data/package"));
              case WITHDRAWAL ->
                  "Letter %s isn't kept here any more; delete what you copied of it elsewhere. Why: %s"
                      .formatted(letter.heading().about(), SafeText.line(letter.text()));
            });
  }

  private static String label(Letter.Kind kind) {
    return switch (kind) {
      case QUESTION -> "Question";
      case ANSWER -> "Answer";
      case WITHDRAWAL -> "Withdrawal";
    };
  }
}
