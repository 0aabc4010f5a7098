package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.config.ListenAddress;
import org.vigie.casework.deconflict.KeptQuestions;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.line.QuestionSending;
import org.vigie.cli.command.joint.PartnerLineOption;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie deconflict send}. */
@Command(
    name = "send",
    description = "Send a request to a partner's console and take its answer",
    footer = {
      "",
      "The request is what ./vigie deconflict ask wrote. The partner's console must listen",
      "(./vigie deconflict listen), and both must know each other's certificates (./vigie request",
      "line). Until a second person there has granted it there is no answer: send it again. The",
      "answer is read as one that came by another way.",
      "Example:",
      "  ./vigie deconflict send request --to 'Agency, Exampleland' --at vigie.example.org:8491 \\",
      "      --out answer",
      "  ./vigie deconflict finish answer"
    })
public final class DeconflictSendCommand implements Callable<Integer> {

  private final Environment environment;

  @Parameters(paramLabel = "REQUEST", description = "The file that ask wrote")
  private String request = "";

  @Mixin private PartnerLineOption lineOption = new PartnerLineOption();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "HOST:PORT",
      description = "Where the partner's console answers requests")
  private String at = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A file that doesn't exist yet")
  private String out = "";

  @Mixin private Reading reading = new Reading();

  public DeconflictSendCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path answer = DeconflictFiles.absent(environment, out);
    Workspace workspace = reading.workspace(environment);
    DeconflictFile.Partner partner = partner(workspace);
    DeconflictFile.Line line = line(partner.line().orElseThrow().certificates());
    Path file = environment.path(request);
    requireWaiting(workspace, partner, DeconflictRequest.read(file));
    SSLContext tls = lineOption.tls(environment, workspace, line);
    reading.pass(environment, lineOption.event("deconflict send", partner, line, Sha256.of(file)));
    boolean isAnswered = new QuestionSending(tls).send(file, line, answer);
    say(partner, isAnswered, answer);
    return Exit.OK.code();
  }

  private void say(DeconflictFile.Partner partner, boolean isAnswered, Path answer) {
    String name = SafeText.line(partner.name());
    environment
        .out()
        .println(
            isAnswered
                ? "Answer of %s written to %s; ./vigie deconflict finish reads it."
                    .formatted(name, environment.shown(answer))
                : "A second person at %s has yet to grant it: send the same request again later."
                    .formatted(name));
  }

  private DeconflictFile.Partner partner(Workspace workspace) {
    return lineOption
        .partner(workspace)
        .orElseThrow(() ->
            UserError.ofUsage(
                "--to must be a partner with a line in deconflict.yaml, but isn't; type"
                    + " ./vigie request line --help"));
  }

  private DeconflictFile.Line line(List<String> certificates) {
    ListenAddress address =
        ListenAddress.parse(at)
            .filter(one -> one.port() > 0)
            .orElseThrow(() ->
                UserError.ofUsage(
                    "--at must be HOST:PORT, such as vigie.example.org:8491, but isn't"));
    return new DeconflictFile.Line(address.host(), address.port(), certificates);
  }

  /** What wasn't asked here under a mandate, of this partner, isn't sent. */
  private static void requireWaiting(
      Workspace workspace, DeconflictFile.Partner partner, DeconflictRequest asked)
      throws IOException {
    if (!partner.has(asked.terms().to())
        || !new KeptQuestions(workspace.root()).waits(asked.id(), asked.hash())) {
      throw UserError.ofInput(
          "a request must be one of this workspace to this partner that waits for its answer, but %s isn't"
              .formatted(asked.id()));
    }
  }
}
