package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.Enclosures;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie seal}. */
@Command(
    name = "seal",
    description =
        "Seal case files and secrets of accounts that lie plain, with the key of files.key",
    footer = {
      "",
      "What is added later is sealed at once. Keep a copy of the key apart from the workspace and its",
      "backups: without it nothing that is sealed opens again."
    })
public final class SealCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--new-key",
      paramLabel = "FILE",
      description = "Only make a key in a file that does not exist yet, outside the workspace")
  private @Nullable String newKey;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public SealCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    return newKey == null ? seal(workspace) : make(workspace, environment.path(newKey));
  }

  private int make(Workspace workspace, Path file) throws IOException {
    boolean isInside = file.toAbsolutePath().startsWith(workspace.root().toAbsolutePath());
    if (Files.exists(file) || isInside) {
      throw UserError.ofUsage(
          "--new-key must name a file outside the workspace that does not exist yet, but "
              + (isInside ? "lies in it" : "exists"));
    }
    Files.writeString(OwnerOnly.file(file), SealingKey.random() + "\n");
    environment
        .out()
        .println("The key is made. Name it in vigie.yaml: files: {key: 'file:%s'}".formatted(file));
    return Exit.OK.code();
  }

  private int seal(Workspace workspace) throws IOException {
    String said = Settings.of(workspace, environment).custody().files().key();
    SealingKey key =
        new KeySource(said, workspace.root())
            .read(environment.variables())
            .orElseThrow(
                () -> UserError.ofInput("files.key in vigie.yaml must name a key, but names none"));
    new MandateCheck(environment).pass(workspace, Optional.empty(), "seal", "");
    if (Files.exists(workspace.database())) {
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
        SealedSecrets.requireKey(database, Optional.of(key));
      }
    }
    Path enclosures = workspace.database().resolveSibling("enclosures");
    Enclosures.clear(enclosures);
    int files = Enclosures.seal(enclosures, key);
    int accounts = 0;
    boolean isClean = true;
    if (Files.exists(workspace.database())) {
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
        accounts = SealedSecrets.sealIn(database, key);
        isClean = database.rewrite();
      }
    }
    environment
        .out()
        .println(
            "%s and the secrets of %s were sealed."
                .formatted(
                    Words.count(files, "case file", "case files"),
                    Words.count(accounts, "account", "accounts")));
    if (!isClean) {
      throw UserError.ofInput(
          "the database must be read by nobody else, so that no plain secret is left in its file, but is; stop ./vigie serve and type ./vigie seal again");
    }
    return Exit.OK.code();
  }
}
