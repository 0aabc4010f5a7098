package org.vigie.cli.command.joint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.JointCase;
import org.vigie.casework.joint.LetterGrant;
import org.vigie.casework.joint.LetterService;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.cli.terminal.ShellWord;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.BagInfo;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie request answer}. */
@Command(
    name = "answer",
    description = "Answer a partner's question with an evidence package",
    footer = {
      "",
      "Without --package it asks for the adverts that name the contacts of the question; a reviewer",
      "grants them on the page of exports, and ./vigie evidence writes the package.",
      "Example:",
      "  ./vigie request answer 0123…",
      "  ./vigie evidence --granted 7 --to 'Agency, Exampleland' --keep-until 2031-12-31 \\",
      "      --out package",
      "  ./vigie request answer 0123… --package package --out answer.p7m"
    })
public final class RequestAnswerCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "ID", description = "The question, as request open named it")
  private String id = "";

  @Option(
      names = "--package",
      paramLabel = "FOLDER",
      description = "An evidence package that we wrote for this partner")
  private @Nullable String evidence;

  @Option(names = "--out", paramLabel = "FILE", description = LetterOptions.OUT)
  private @Nullable String out;

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestAnswerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if ((evidence == null) != (out == null)) {
      throw UserError.ofUsage("--package and --out must stand together, but one stands alone");
    }
    Workspace workspace = options.workspace(environment);
    JointLetters.Entry question = question(workspace);
    DeconflictFile.Partner partner = options.partner(environment, question);
    AuditEvent event =
        AuditEvent.named("request answer", question.heading().id())
            .disclosing(new Disclosure(partner.name(), ""));
    Mandate mandate = options.reading().pass(environment, event);
    if (evidence == null || out == null) {
      ask(workspace, question, partner);
    } else {
      send(
          new LetterService(workspace, environment, mandate),
          mandate,
          question,
          partner,
          environment.path(evidence),
          LetterOptions.absent(environment, out));
    }
    return Exit.OK.code();
  }

  private JointLetters.Entry question(Workspace workspace) {
    JointLetters.Entry entry = options.entry(environment, id);
    if (!new JointCase(workspace, environment).isMember(entry.caseId())) {
      throw UserError.ofInput(
          "who answers must be a member of case %s, but isn't".formatted(entry.caseId()));
    }
    if (entry.heading().kind() != Letter.Kind.QUESTION
        || entry.parties().ours()
        || !entry.stands(environment.clock().instant())) {
      throw UserError.ofInput(
          "what is answered must be a partner's question that wasn't withdrawn and isn't over, but %s isn't"
              .formatted(entry.heading().id()));
    }
    return entry;
  }

  private void ask(Workspace workspace, JointLetters.Entry question, DeconflictFile.Partner partner)
      throws IOException {
    Letter letter = options.kept(environment, question).letter();
    String query = query(letter, partner);
    String why =
        "answers question %s, case %s, mandate %s: %s"
            .formatted(
                question.heading().id(),
                question.caseId(),
                letter.mandate().id(),
                SafeText.line(letter.text()));
    long number = new LetterGrant(workspace, environment, "jsonl").ask(query, partner.name(), why);
    environment
        .out()
        .printf(
            "A reviewer has to grant export %d on the page of exports. Then:%n"
                + "  ./vigie evidence --granted %d --to %s%s --keep-until DATE --out package%n"
                + "  ./vigie request answer %s%s --package package --out answer.p7m%n",
            number,
            number,
            ShellWord.quoted(partner.name()),
            options.reading().workspaceRepeated(),
            question.heading().id(),
            options.reading().workspaceRepeated());
  }

  /** Returns the query that finds the adverts which name the contacts of a question. */
  private static String query(Letter letter, DeconflictFile.Partner partner) {
    String query =
        letter.contacts().stream()
            .filter(key -> key.indexOf('"') < 0 && key.indexOf('\\') < 0)
            .map(key -> "contact:\"" + key + "\"")
            .collect(Collectors.joining(" OR "));
    if (query.isEmpty()) {
      throw UserError.ofInput(
          "the question must name contacts to search for, but names none; ask for adverts on the page of exports, with the recipient "
              + partner.name());
    }
    return query;
  }

  private void send(
      LetterService service,
      Mandate mandate,
      JointLetters.Entry question,
      DeconflictFile.Partner partner,
      Path folder,
      Path file)
      throws IOException {
    SigningKey key = options.key(environment);
    Map<String, String> info = info(folder, key, partner);
    Letter letter =
        new Letter(
            new Letter.Heading(
                Letter.Kind.ANSWER, LetterOptions.freshId(), question.heading().id()),
            partner.fingerprint(),
            mandate,
            "",
            List.of(),
            marking(info),
            environment.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            keepUntil(info));
    service.send(
        new LetterService.Outgoing(
            letter,
            question.caseId(),
            partner,
            null,
            folder,
            "answers question " + question.heading().id()),
        key,
        file);
    environment
        .out()
        .printf(
            "Answer %s to question %s written to %s, for %s alone.%n",
            letter.heading().id(),
            question.heading().id(),
            environment.shown(file),
            partner.name());
  }

  /** Returns what the package says of itself, once it is known to be ours, whole and theirs. */
  private static Map<String, String> info(
      Path folder, SigningKey key, DeconflictFile.Partner partner) throws IOException {
    BagCheck.Result result = BagCheck.check(folder, key.signer().fingerprint());
    if (!result.problems().isEmpty()) {
      throw UserError.ofInput(
          "--package must be as we signed it, but: "
              + SafeText.line(result.problems().getFirst().toString()));
    }
    Map<String, String> info = BagInfo.read(folder);
    if (!partner.name().equals(info.get("Recipient"))) {
      throw UserError.ofInput(
          "--package must be for %s, but is for somebody else".formatted(partner.name()));
    }
    return info;
  }

  private static Tlp marking(Map<String, String> info) {
    String handling = info.getOrDefault("Handling", "").toLowerCase(Locale.ROOT);
    return Tlp.parse(handling.replaceFirst("^tlp:", ""));
  }

  private static LocalDate keepUntil(Map<String, String> info) {
    try {
      return LocalDate.parse(info.getOrDefault("Keep-Until", ""));
    } catch (DateTimeException e) {
      throw UserError.ofInput(
          "--package must say until when it may be kept, but doesn't; write it with"
              + " ./vigie evidence --keep-until");
    }
  }
}
