package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code vigie audit accept-database}. No second admin is asked: no page is shown until it is done.
 */
@Command(
    name = "accept-database",
    description = "Go on with a case database that is older than the audit log says, or with none",
    footer = {
      "",
      "First try to take it of a backup: ./vigie restore. What an older one doesn't know is as if it",
      "never was: budgets, grants and codes that were used up hold again, lost restrictions do not.",
      "Where it names accounts, an admin must do it; where it is gone, whoever can write the workspace",
      "may. The log says so, and ./vigie audit verify from then on."
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
    Path database = workspace.database();
    requireOlder(workspace);
    new KeyGrant(workspace, environment).requireAdmin();
    MandateCheck check = new MandateCheck(environment);
    Instant now = environment.clock().instant();
    Mandate mandate =
        check
            .find(workspace, mandateOptions.find(environment), DatabaseAge.ACCEPTED)
            .requireValid(now);
    String state = Files.exists(database) ? "older" : "missing";
    check
        .auditLog(workspace)
        .append(
            now,
            environment.user(),
            AuditEvent.of(DatabaseAge.ACCEPTED, state).because(why.strip()),
            mandate);
    if (!Files.exists(database)) {
      OwnerOnly.file(database);
    }
    environment
        .out()
        .println(
            "The log says so: look through the accounts, and void what was granted or invited before.");
    return Exit.OK.code();
  }

  private void requireOlder(Workspace workspace) throws IOException {
    boolean isOlder =
        LostDatabase.isIn(workspace)
            || new DatabaseAge(workspace.database())
                .problem(MandateCheck.log(workspace))
                .isPresent();
    if (!isOlder) {
      throw UserError.ofInput(
          "%s must be older than the audit log says, or missing, to be accepted, but isn't"
              .formatted(environment.shown(workspace.database())));
    }
  }
}
