package org.vigie.cli.command.workspace;

import java.util.concurrent.Callable;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie backup}. */
@Command(
    name = "backup",
    description = "Copy a workspace, consistent while console and stream go on",
    footer = {
      "",
      "The copy holds all that the workspace does, unencrypted: put it where nobody else reads.",
      "Pause a crawl before, since its frontier can't be copied while it is written."
    })
public final class BackupCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that does not exist yet")
  private String to = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public BackupCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    new MandateDesk(environment).pass(workspace, java.util.Optional.empty(), "backup", "");
    int files = new Backup(workspace).into(environment.path(to));
    environment.out().println(Words.count(files, "file", "files") + " copied to " + to);
    return Exit.OK.code();
  }
}
