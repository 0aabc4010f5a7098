package org.vigie.cli.command.joint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.JointLetters;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.JointCase;
import org.vigie.casework.joint.LetterBox;
import org.vigie.casework.joint.LetterService;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.joint.LetterBag;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie request show}. */
@Command(
    name = "show",
    description = "Show what both sides contributed to joint cases, or one partner's letter",
    footer = {
      "",
      "Of your cases, each letter with its owner, marking and last day. What a partner sent and may",
      "be kept no longer is deleted first.",
      "Example:",
      "  ./vigie request show"
    })
public final class RequestShowCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "A letter that a partner sent, to be read. Default: a list of all")
  private @Nullable String id;

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = options.workspace(environment);
    AuditEvent event = AuditEvent.named("request show", id == null ? "" : id);
    if (id == null) {
      Mandate mandate = options.reading().pass(environment, AuditEvent.of("request show", ""));
      new LetterService(workspace, environment, mandate).forgetOver();
      list(workspace);
    } else if (Reading.hasIndex(workspace)) {
      try (Reading.Opened opened = options.reading().open(environment, event)) {
        new LetterService(workspace, environment, opened.mandate()).forgetOver();
        opened.screen().show(lines(workspace, id, opened.index()));
      }
    } else {
      Mandate mandate = options.reading().pass(environment, event);
      new LetterService(workspace, environment, mandate).forgetOver();
      new Screen(
              environment,
              workspace,
              mandate,
              event,
              Settings.of(workspace, environment).custody().disclosure())
          .show(lines(workspace, id, null));
    }
    return Exit.OK.code();
  }

  private void list(Workspace workspace) throws IOException {
    JointCase cases = new JointCase(workspace, environment);
    int shown = 0;
    for (JointLetters.Entry entry : options.letters(environment).all()) {
      if (entry.heading().kind() != Letter.Kind.WITHDRAWAL && cases.isMember(entry.caseId())) {
        environment.out().println(line(entry));
        shown++;
      }
    }
    for (Path waiting : new LetterBox(workspace.root()).waiting()) {
      environment
          .out()
          .println("Not opened yet: ./vigie request open " + environment.shown(waiting));
    }
    if (shown == 0) {
      environment.out().println("No letter was sent or opened in a case of yours.");
    }
  }

  private String line(JointLetters.Entry entry) {
    Instant now = environment.clock().instant();
    Instant withdrawn = entry.withdrawn();
    String state =
        withdrawn != null
            ? "withdrawn " + Words.day(withdrawn)
            : (entry.stands(now) ? "until " : "over since ") + entry.handling().keepUntil();
    return "%s  %-8s  %s  %s  TLP:%s  %s"
        .formatted(
            entry.caseId(),
            entry.heading().kind().label(),
            entry.heading().id(),
            SafeText.line(entry.parties().owner()) + (entry.parties().ours() ? " (ours)" : ""),
            entry.handling().marking().label().toUpperCase(Locale.ROOT),
            state);
  }

  private List<String> lines(Workspace workspace, String letterId, @Nullable AdvertIndex index)
      throws IOException {
    JointLetters.Entry entry = options.entry(environment, letterId);
    if (!new JointCase(workspace, environment).isMember(entry.caseId())) {
      throw UserError.ofInput(
          "'%s' must belong to a case that you are a member of, but doesn't"
              .formatted(SafeText.line(letterId)));
    }
    Path kept = new LetterBox(workspace.root()).opened(entry.heading().id());
    List<String> lines = new ArrayList<>(List.of(line(entry)));
    if (entry.parties().ours() || !entry.stands(environment.clock().instant())) {
      lines.add(
          entry.parties().ours()
              ? "What we sent isn't kept in clear."
              : "Its owner withdrew it, or its last day is over: it was deleted here.");
      return lines;
    }
    if (!Files.exists(kept)) {
      lines.add("It named what was erased here, and went with it.");
      return lines;
    }
    Letter letter = LetterBag.read(kept).letter();
    Mandate mandate = letter.mandate();
    lines.add(
        "Mandate %s of %s: %s; valid until %s"
            .formatted(
                mandate.id(),
                SafeText.line(mandate.authority()),
                SafeText.line(mandate.legalBasis()),
                mandate.validUntil()));
    if (entry.heading().kind() == Letter.Kind.ANSWER) {
      lines.add("Package: " + environment.shown(kept.resolve("data/package")));
      return lines;
    }
    lines.add(SafeText.line(letter.text()));
    for (String contact : letter.contacts()) {
      lines.add("  " + SafeText.line(contact) + here(contact, index));
    }
    return lines;
  }

  private static String here(String contact, @Nullable AdvertIndex index) throws IOException {
    if (index == null) {
      return "";
    }
    long adverts = index.findContact(contact).map(profile -> profile.adverts()).orElse(0L);
    return ": " + Words.count(adverts, "advert", "adverts") + " here";
  }
}
