package org.vigie.cli.command.custody;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.erase.CaseErasure;
import org.vigie.casework.erase.ErasureJournal;
import org.vigie.casework.erase.ErasureOrder;
import org.vigie.casework.joint.LetterService;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.retention.Overdue;
import org.vigie.casework.retention.RetentionReview;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.command.stream.EraseStep;
import org.vigie.cli.render.RetentionView;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie retention}. */
@Command(
    name = "retention",
    description = "Show what is older than the limits in vigie.yaml allow, or erase it",
    footer = {
      "",
      "Without --apply nothing is erased. What an open case or a decision holds is put up for"
          + " review in the",
      "console, and erased once a reviewer lets it go. Erasing takes as long as reading all anew:"
          + " let cron",
      "do it as often as limits are to be kept.",
      "Example:",
      "  ./vigie retention --apply"
    })
public final class RetentionCommand implements Callable<Integer> {
  /** Ids in a line of the audit log. */
  private static final int IN_A_LINE = 100;

  private final Environment environment;

  @Option(names = "--apply", description = "Erase what is overdue and not held")
  private boolean apply;

  @Option(names = "--json", description = "Print the outcome as one JSON object")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress and no summary")
  private boolean quiet;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public RetentionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    AuditEvent event = AuditEvent.of("retention", apply ? "apply" : "look");
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), event, unused -> {});
    Screen screen =
        new Screen(environment, workspace, mandate, event, settings.custody().disclosure());
    EraseStep erase = new EraseStep(environment, mandate, quiet || json);
    if (apply) {
      approved.require(settings.run().models());
      Logs.into(workspace);
      new LetterService(workspace, environment, mandate).forgetOver();
      erase.complete(workspace, settings);
    }
    RetentionReview review = review(workspace, settings);
    review.keep(workspace);
    if (json) {
      screen.show(List.of(SafeJson.of(review)));
    } else if (!quiet) {
      screen.show(RetentionView.of(review).lines().toList());
    }
    if (apply) {
      apply(workspace, settings, review, mandate, erase);
    }
    return Exit.OK.code();
  }

  private RetentionReview review(Workspace workspace, Settings settings) throws Exception {
    try {
      return RetentionReview.of(
          workspace,
          TemplateFolders.of(workspace, settings.run().models()).read(),
          settings.custody().retention(),
          environment.clock().instant());
    } catch (UnreadableInputException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  private void apply(
      Workspace workspace,
      Settings settings,
      RetentionReview review,
      Mandate mandate,
      EraseStep erase)
      throws Exception {
    if (!review.cases().isEmpty()) {
      log(workspace, "closed cases " + String.join(" ", review.cases()), mandate);
      Path database = workspace.database();
      CaseErasure.erase(database, database.resolveSibling("enclosures"), review.cases());
    }
    List<String> expired = review.expired().stream().map(Overdue::advert).toList();
    erase.expire(
        workspace,
        settings,
        new ErasureOrder(expired, review.at(), review.before()),
        journal -> log(workspace, journal, mandate));
    new RetentionReview(
            review.at(),
            review.settings(),
            review.kept(),
            List.of(),
            review.waiting(),
            review.reviewed(),
            review.next(),
            List.of())
        .keep(workspace);
  }

  private void log(Workspace workspace, ErasureJournal journal, Mandate mandate) {
    List<String> adverts = journal.order().adverts();
    for (int from = 0; from < adverts.size(); from += IN_A_LINE) {
      int to = Math.min(adverts.size(), from + IN_A_LINE);
      log(workspace, String.join(" ", adverts.subList(from, to)), mandate);
    }
    log(
        workspace,
        "what holds no advert and was collected before %s, in %s"
            .formatted(
                journal.order().before(),
                Words.count(journal.traces().files().size(), "file", "files")),
        mandate);
  }

  private void log(Workspace workspace, String what, Mandate mandate) {
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(
            environment.clock().instant(),
            environment.logged(),
            "erase",
            "time is up: " + what,
            mandate);
  }
}
