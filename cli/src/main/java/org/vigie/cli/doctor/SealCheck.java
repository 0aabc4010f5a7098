package org.vigie.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.Enclosures;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;

/** The check what of a workspace is sealed at rest, and what is left to the disk. */
final class SealCheck {
  private static final String NAME = "at rest";
  private static final String DISK =
      "captures, index, state and the rest of the database are left to the disk's encryption";

  private final Workspace workspace;
  private final KeySource source;

  SealCheck(Workspace workspace, String key) {
    this.workspace = workspace;
    this.source = new KeySource(key, workspace.root());
  }

  DoctorFinding finding(Map<String, String> environment) {
    if (!source.isNamed()) {
      return DoctorFinding.ok(
          NAME, "nothing is sealed (files.key); all is left to the disk's encryption");
    }
    Optional<Path> file = source.file();
    if (file.isPresent() && file.get().startsWith(workspace.root().normalize())) {
      return DoctorFinding.mend(
          NAME,
          "the key lies in the workspace: who takes that has both",
          "move it elsewhere, and name it in files.key");
    }
    try {
      if (file.isPresent() && Files.exists(file.get()) && OwnerOnly.isLooser(file.get())) {
        return DoctorFinding.mend(NAME, "others may open the key", "type chmod 600 " + file.get());
      }
      Optional<SealingKey> key = source.read(environment);
      if (source.all(environment).size() > 1) {
        return DoctorFinding.mend(
            NAME,
            "the key is half way changed",
            "stop the console and type ./vigie keys rotate-seal");
      }
      return plain(key);
    } catch (UserError e) {
      return DoctorFinding.mend(
          NAME, String.valueOf(e.getMessage()), "restore the key from its copy");
    } catch (IOException | IllegalStateException e) {
      return DoctorFinding.mend(NAME, "can't be read: " + e.getMessage(), "type ./vigie check");
    }
  }

  private DoctorFinding plain(Optional<SealingKey> key) throws IOException {
    int files = Enclosures.plainIn(workspace.database().resolveSibling("enclosures")).size();
    int accounts = 0;
    if (Files.exists(workspace.database())) {
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
        SealedSecrets.requireKey(database, key);
        accounts = SealedSecrets.plainIn(database).size();
      }
    }
    return files + accounts == 0
        ? DoctorFinding.ok(NAME, "case files and secrets of accounts are sealed; " + DISK)
        : DoctorFinding.mend(
            NAME,
            "%s and the secrets of %s lie plain"
                .formatted(
                    Words.count(files, "case file", "case files"),
                    Words.count(accounts, "account", "accounts")),
            "type ./vigie seal");
  }
}
