package org.vigie.cli.command.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.custody.SealedBackup;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.envelope.Recipients;
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
      "A copy in a folder holds all that the workspace does, unencrypted: put it where nobody else",
      "reads. Encrypted to the certificates of two or more people it is one file, and one of their",
      "keys may be lost.",
      "Pause a crawl before, since its frontier can't be copied while it is written."
    })
public final class BackupCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that does not exist yet; with --recipient, a file")
  private String to = "";

  @Option(
      names = "--recipient",
      paramLabel = "CERT",
      description = "Certificate of somebody who shall open it (two or more)")
  private List<String> recipients = List.of();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public BackupCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    Recipients readers =
        Recipients.read(
            recipients.stream().map(environment::path).toList(), environment.clock().instant());
    String detail =
        readers.isNobody() ? "" : "recipients=" + String.join(",", readers.fingerprints());
    new MandateDesk(environment).pass(workspace, Optional.empty(), "backup", detail);
    int files =
        readers.isNobody()
            ? new Backup(workspace).into(environment.path(to))
            : SealedBackup.write(workspace, environment.path(to), readers);
    environment.out().println(Words.count(files, "file", "files") + " copied to " + to);
    if (readers.certificates().size() == 1) {
      environment.out().println("One person alone can open it: if that key is lost, so is it.");
    }
    return Exit.OK.code();
  }
}
