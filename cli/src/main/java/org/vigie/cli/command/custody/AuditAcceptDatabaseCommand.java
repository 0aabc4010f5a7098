package org.vigie.cli.command.custody;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.custody.DatabaseAcceptance;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code vigie audit accept-database}. The second person types it, too: no page is shown until it
 * is done.
 */
@Command(
    name = "accept-database",
    description = "Go on with a case database that is older than the audit log says, or with none",
    footer = {
      "",
      "First try to take it of a backup: ./vigie restore. What an older one doesn't know is as if it",
      "never was: budgets, grants and codes that were used up hold again, lost restrictions do not.",
      "Two people must type it within a day, each as a user of the machine (under sudo, the one who",
      "typed it), and as an admin where there are accounts, or, where there is no database, as one who",
      "once signed in. One will do where nobody ever signed in on pages, web.alone held when they were",
      "last served, or it holds and only one ever signed in; but not where an owner's key was",
      "registered since. ./vigie audit verify tells from then on."
    })
public final class AuditAcceptDatabaseCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "What happened, for the audit log; name nobody")
  private String why = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public AuditAcceptDatabaseCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    EvidenceGrant.requireGrounds("", why.strip());
    Workspace workspace = workspaceOption.existing(environment);
    DatabaseAcceptance acceptance = new DatabaseAcceptance(workspace, environment);
    acceptance.requireOlder();
    new KeyGrant(workspace, environment).requireAdmin();
    Instant now = environment.clock().instant();
    Mandate mandate =
        new MandateCheck(environment)
            .find(workspace, mandateOptions.find(environment), DatabaseAge.ACCEPTED)
            .requireValid(now);
    String by = acceptance.accept(mandate, now, why.strip());
    environment
        .out()
        .printf(
            "The log says so, and %s: look through the accounts, and void what was granted or invited before.%n",
            by.equals(DatabaseAcceptance.ALONE)
                ? "that nobody else was asked"
                : "who asked for it before");
    return Exit.OK.code();
  }
}
