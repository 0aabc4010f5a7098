package org.vigie.cli.command.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.custody.SealedBackup;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie keys rotate-backup}. */
@Command(
    name = "rotate-backup",
    description = "Encrypt a backup to other recipients",
    footer = {
      "",
      "Delete the former one once the new one is there: its recipients open it for ever."
    })
public final class KeysRotateBackupCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup")
  private String from = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "Private key of one of its recipients (PEM, PKCS #8, without a password)")
  private String key = "";

  @Option(
      names = "--cert",
      required = true,
      paramLabel = "CERT",
      description = "Certificate of the same recipient")
  private String certificate = "";

  @Option(
      names = "--recipient",
      required = true,
      paramLabel = "CERT",
      description = "Certificate of somebody who shall open it (two or more)")
  private List<String> recipients = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "A file that does not exist yet")
  private String to = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysRotateBackupCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    Recipients readers =
        Recipients.read(
            recipients.stream().map(environment::path).toList(), environment.clock().instant());
    RecipientKey mine = RecipientKey.read(environment.path(key), environment.path(certificate));
    String prints = String.join(",", readers.fingerprints());
    String by =
        new KeyGrant(workspace, environment)
            .take(new KeyGrant.Asked("rotate-backup", prints), () -> {});
    new MandateCheck(environment)
        .pass(
            workspace,
            Optional.empty(),
            "keys rotate-backup",
            "to=%s granted=%s".formatted(prints, by));
    Path target = environment.path(to);
    SealedBackup.encryptTo(readers, environment.path(from), mine, target);
    environment.out().println("Encrypted to its new recipients: " + environment.shown(target));
    return Exit.OK.code();
  }
}
