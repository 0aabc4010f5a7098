package org.vigie.cli.command.custody;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.ContentId;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEntry;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.LoggedSightings;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.WhoSaw;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie audit who-saw}. */
@Command(
    name = "who-saw",
    description =
        "List who was shown an advert, cluster, network or alert, when and to whom it went")
public final class AuditWhoSawCommand implements Callable<Integer> {
  /** What the log names by id, as {@link WhoSaw} finds it. */
  private static final List<String> KINDS = List.of("a-", "c-", "n-", "w-");

  private final Environment environment;

  @Parameters(paramLabel = "ID", description = "Its id, such as a-0123456789abcdef0123")
  private String id = "";

  @Option(names = "--json", description = "Print the entries of the log as one JSON array")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public AuditWhoSawCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (KINDS.stream().noneMatch(kind -> ContentId.isWritten(kind, id))) {
      throw UserError.ofUsage(
          "ID must be that of an advert (a-), cluster (c-), network (n-) or alert (w-), with 20"
              + " hexadecimal digits, but was another word");
    }
    Workspace workspace = workspaceOption.existing(environment);
    AuditSeal seal = AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
    LoggedSightings found =
        new WhoSaw(new AuditTrail(MandateCheck.log(workspace), seal.heads(), seal.publicKey()))
            .saw(id);
    List<AuditEntry> seen = found.entries();
    if (json) {
      environment.out().println(SafeJson.of(seen));
      return said(found);
    }
    Table table = new Table();
    table.row("AT", "WHO", "SESSION", "WHAT", "OF", "TO");
    for (AuditEntry entry : seen) {
      table.row(
          entry.at(),
          SafeText.line(entry.user()),
          SafeText.line(entry.session()),
          SafeText.line(entry.command()),
          String.valueOf(entry.count()),
          SafeText.line(entry.recipient()));
    }
    if (!seen.isEmpty()) {
      table.lines().forEach(environment.out()::println);
    }
    environment.out().println("It was shown " + Words.count(seen.size(), "time", "times") + ".");
    return said(found);
  }

  /** Says what of the log couldn't be asked, beside the answer of the rest. */
  private int said(LoggedSightings found) {
    if (!found.unreadable().isEmpty()) {
      environment
          .err()
          .println(
              "%s torn or changed in the log, the first is line %d; %d of them name %s. ./vigie audit verify says more."
                  .formatted(
                      Words.count(found.unreadable().size(), "line is", "lines are"),
                      found.unreadable().getFirst(),
                      found.naming().size(),
                      SafeText.line(id)));
    }
    if (!found.lostLists().isEmpty()) {
      environment
          .err()
          .println(
              Words.count(found.lostLists().size(), "list of ids is", "lists of ids are")
                  + " missing from audit/shown: who was shown what they held can't be said.");
    }
    return found.isWhole() ? Exit.OK.code() : Exit.NOT_KEPT.code();
  }
}
