package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.custody.SealedBackup;
import org.vigie.casework.environment.Environment;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie restore}. */
@Command(
    name = "restore",
    description = "Make a workspace of a backup, once each file of it was verified",
    footer = {
      "",
      "What was erased or restricted after the backup must be so again: type ./vigie erase and",
      "./vigie restrict. A witness knows that the log was set back, and says so from then on."
    })
public final class RestoreCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--from", required = true, paramLabel = "DIR", description = "The backup")
  private String from = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Of an encrypted one: your private key (PEM, PKCS #8, without a password)")
  private @Nullable String key;

  @Option(
      names = "--cert",
      paramLabel = "CERT",
      description = "Of an encrypted one: your certificate")
  private @Nullable String certificate;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that does not exist yet: the new workspace")
  private String to = "";

  public RestoreCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    int files = restored(environment.path(from), environment.path(to));
    environment
        .out()
        .println(Words.count(files, "file", "files") + " verified and restored to " + to);
    return Exit.OK.code();
  }

  private int restored(Path copy, Path target) throws IOException {
    if (key != null && certificate != null) {
      RecipientKey mine = RecipientKey.read(environment.path(key), environment.path(certificate));
      return SealedBackup.restore(copy, mine, target);
    }
    if (Files.isRegularFile(copy)) {
      throw UserError.ofUsage("an encrypted backup needs --key and --cert, but one is missing");
    }
    return Backup.restore(copy, target);
  }
}
