package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.custody.BackupSeal;
import org.vigie.casework.custody.BackupSignature;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.casework.custody.BackupTrust;
import org.vigie.casework.custody.LogKeyFiles;
import org.vigie.casework.custody.SealedBackup;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie backup}. */
@Command(
    name = "backup",
    description = "Copy a workspace, consistent while console, stream and crawl go on",
    footer = {
      "",
      "A copy in a folder holds all that the workspace does but the audit log's key, unencrypted:",
      "put it where nobody else reads. Encrypted to the certificates of two or more people it is one",
      "file with that key, and one of their keys may be lost.",
      "The key of the audit log signs it. Note the fingerprint elsewhere: restore asks for it."
    })
public final class BackupCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "A folder that does not exist yet; with --recipient, a file")
  private @Nullable String to;

  @Option(
      names = "--tried",
      paramLabel = "RESULT",
      description =
          "Copy nothing, but note how a trial of backup and restore ended: success, or what went"
              + " wrong in a word. Pages of accounts, doctor and metrics tell of it")
  private @Nullable String tried;

  @Option(
      names = "--since",
      paramLabel = "DIR",
      description =
          "A former backup on the same disk: what is the same is linked from it, not copied. Either"
              + " can be deleted alone")
  private @Nullable String since;

  @Option(
      names = "--recipient",
      paramLabel = "CERT",
      description = "Certificate of somebody who shall open it (two or more)")
  private List<String> recipients = List.of();

  @Option(
      names = "--with-audit-key",
      description =
          "A copy in a folder holds the private key of the audit log, too, if it lies in the"
              + " workspace: whoever takes the copy can rewrite the log")
  private boolean withKey;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public BackupCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (since != null && !recipients.isEmpty()) {
      throw UserError.ofUsage(
          "--since goes with a backup in a folder, but --recipient makes one file that is whole");
    }
    Workspace workspace = workspaceOption.in(environment);
    if (tried != null) {
      return noteTrial(workspace, tried);
    }
    Path target = environment.path(target());
    Recipients readers =
        Recipients.read(
            recipients.stream().map(environment::path).toList(), environment.clock().instant());
    String detail =
        readers.isNobody() ? "" : "recipients=" + String.join(",", readers.fingerprints());
    MandateCheck check = new MandateCheck(environment);
    check.pass(workspace, Optional.empty(), "backup", detail);
    AuditSeal keys = AuditSeal.of(workspace, Settings.of(workspace, environment).custody().audit());
    BackupSeal seal = new BackupSeal(keys, signature -> note(check, workspace, signature));
    if (readers.isNobody()) {
      Backup whole = new Backup(workspace, seal);
      Backup.Made made =
          (withKey ? whole : whole.withoutKey())
              .into(target, since == null ? null : environment.path(since));
      say(made.files(), since == null ? "" : ", of which %d are linked".formatted(made.same()));
      sayLeftOut(made.keys());
    } else {
      say(SealedBackup.write(workspace, seal, target, readers), "");
    }
    saySigner(workspace, keys, readers);
    return Exit.OK.code();
  }

  private String target() {
    if (to == null) {
      throw UserError.ofUsage("a backup needs --to DIR, where it is to stand");
    }
    return to;
  }

  /** The file first: a trial that failed is told of also where no mandate holds. */
  private int noteTrial(Workspace workspace, String result) throws IOException {
    if (to != null) {
      throw UserError.ofUsage("--tried copies nothing, so --to can't go with it");
    }
    BackupTrial trial;
    try {
      trial = new BackupTrial(environment.clock().instant().toString(), result);
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--tried: " + e.getMessage());
    }
    trial.write(BackupTrial.file(workspace));
    new MandateCheck(environment)
        .pass(workspace, Optional.empty(), "backup trial", "result=" + trial.result());
    return Exit.OK.code();
  }

  private void saySigner(Workspace workspace, AuditSeal keys, Recipients readers)
      throws IOException, GeneralSecurityException {
    String signer = AuditKey.fingerprint(AuditKey.readPublic(keys.publicKey()));
    environment.out().println("Signed by " + signer);
    if (readers.isNobody() && LogKeyFiles.of(keys).areIn(workspace.root())) {
      environment
          .out()
          .println(
              withKey
                  ? "That key lies in the backup: whoever can read it can rewrite the log and sign"
                      + " another. Set audit.key in vigie.yaml to a place elsewhere."
                  : "That key is left out of the backup: whoever had it could rewrite the log. Keep"
                      + " a copy of %s elsewhere, since a restore asks for it."
                          .formatted(environment.shown(keys.key())));
    }
    if (readers.certificates().size() == 1) {
      environment.out().println("One person alone can open it: if that key is lost, so is it.");
    }
  }

  private void sayLeftOut(List<Path> keys) {
    for (Path file : keys) {
      environment
          .out()
          .println(
              "Left out, since it holds a private key of the audit log: "
                  + SafeText.line(file.toString()));
    }
  }

  /** The log knows what it looked like before it appears. */
  private static void note(MandateCheck check, Workspace workspace, BackupSignature signature) {
    check.pass(workspace, Optional.empty(), BackupTrust.noted(signature), mandate -> {});
  }

  private void say(int files, String more) {
    environment.out().println(Words.count(files, "file", "files") + " copied to " + to + more);
  }
}
