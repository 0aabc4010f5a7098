package org.vigie.cli.command.joint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.JointCase;
import org.vigie.casework.line.LetterSending;
import org.vigie.exchange.joint.Letter;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie request send}. */
@Command(
    name = "send",
    description = "Send a letter to the console of a partner",
    footer = {
      "",
      "The file is what ./vigie request make, answer or withdraw wrote for this partner: signed and",
      "encrypted. The partner's console must listen (./vigie request listen), and both must know",
      "each other's certificates (./vigie request line).",
      "Example:",
      "  ./vigie request send question.p7m --to 'Agency, Exampleland'"
    })
public final class RequestSendCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "The letter")
  private String file = "";

  @Mixin private PartnerLineOption lineOption = new PartnerLineOption();

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestSendCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path letter = environment.path(file);
    if (!Files.isRegularFile(letter)) {
      throw UserError.ofInput(file + " must be a letter, but there is no such file");
    }
    DeconflictFile.Partner partner = partner();
    DeconflictFile.Line line = partner.line().orElseThrow();
    SSLContext tls = lineOption.tls(environment, options.workspace(environment), line);
    String made = Sha256.of(letter);
    requireOurs(partner, made);
    options.reading().pass(environment, lineOption.event("request send", partner, line, made));
    String hash = new LetterSending(tls).send(letter, line);
    environment
        .out()
        .println("%s keeps the letter: %s".formatted(SafeText.line(partner.name()), hash));
    return Exit.OK.code();
  }

  /** What wasn't made as a letter for this partner was granted to nobody here. */
  private void requireOurs(DeconflictFile.Partner partner, String hash) {
    JointCase cases = new JointCase(options.workspace(environment), environment);
    boolean isOurs =
        options.letters(environment).all().stream()
            .filter(one ->
                one.parties().ours()
                    && one.hash().equals(hash)
                    && partner.has(one.parties().partner()))
            .filter(one -> one.stands(environment.clock().instant()))
            .anyMatch(one ->
                one.heading().kind() == Letter.Kind.WITHDRAWAL || cases.isMember(one.caseId()));
    if (!isOurs) {
      throw UserError.ofInput(
          "%s must be a letter that was made here for this partner, in a case of yours, and that still stands, but isn't"
              .formatted(file));
    }
  }

  private DeconflictFile.Partner partner() {
    return lineOption
        .partner(options.workspace(environment))
        .filter(one -> one.line().orElseThrow().port() > 0)
        .orElseThrow(() ->
            UserError.ofInput(
                "--to must be a partner with line and address in deconflict.yaml, but isn't"));
  }
}
