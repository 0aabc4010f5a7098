package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.Enclosures;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.SealedSecrets;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.KeySource;
import org.vigie.files.seal.SealingKey;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The change from one key that seals case files and secrets to another.
 *
 * <p>First the new key stands in its file before the former one, which still opens everything; then
 * all is sealed anew; last the former one goes. Wherever it is killed, either nothing has happened
 * or the two keys say that it is under way, and it goes on from there.
 */
public final class SealRotation {
  private final Workspace workspace;
  private final KeySource source;
  private final Map<String, String> environment;

  /**
   * @param environment variables, of which one may hold the key
   */
  public SealRotation(Workspace workspace, KeySource source, Map<String, String> environment) {
    this.workspace = workspace;
    this.source = source;
    this.environment = environment;
  }

  /**
   * What was sealed anew.
   *
   * @param former the file to which the former key went; nothing if the source is no file, so that
   *     somebody has to take it out
   */
  public record Resealed(int files, int accounts, Optional<Path> former) {}

  /**
   * Makes sure that a rotation could begin.
   *
   * @throws UserError as {@link #rotate} does
   */
  public void requireReady() {
    if (source.file().isEmpty() && keys().size() == 1) {
      throw UserError.ofInput(
          "where files.key names no file, the new key must stand before the former one there, apart by a space, but one stands there alone");
    }
    if (Files.exists(workspace.database())) {
      alone().close();
    }
  }

  /**
   * Rotates the key, or ends a rotation that was begun.
   *
   * @throws UserError if the console runs, whose key would be another, or the new key must be put
   *     where only somebody else can
   */
  public Resealed rotate() throws IOException {
    requireReady();
    if (!Files.exists(workspace.database())) {
      return resealed(Optional.empty());
    }
    try (CaseDatabase database = alone()) {
      return resealed(Optional.of(database));
    }
  }

  private CaseDatabase alone() {
    try {
      return CaseDatabase.openAlone(workspace.database(), Accounts.SCHEMA);
    } catch (IllegalStateException e) {
      throw new UserError(
          Exit.INPUT,
          "nobody else may have the database open while its key changes, but somebody has; stop ./vigie serve first",
          e);
    }
  }

  private Resealed resealed(Optional<CaseDatabase> database) throws IOException {
    begin();
    SealingKey key = source.read(environment).orElseThrow(SealRotation::none);
    Path enclosures = workspace.database().resolveSibling("enclosures");
    Enclosures.clear(enclosures);
    int files = Enclosures.reseal(enclosures, key);
    int accounts = 0;
    if (database.isPresent()) {
      accounts = SealedSecrets.resealIn(database.get(), key);
      if (!database.get().rewrite()) {
        throw new IOException("the database must be written anew, but can't be");
      }
    }
    Failpoint.reach("all-resealed");
    return new Resealed(files, accounts, end());
  }

  private void begin() throws IOException {
    List<String> keys = keys();
    if (keys.size() > 1) {
      return;
    }
    Path file =
        source
            .file()
            .orElseThrow(() -> new IllegalStateException("a lone key elsewhere is refused before"));
    // Opens what is there, or nothing is begun.
    requireKey();
    List<String> both = new ArrayList<>();
    both.add(SealingKey.random());
    both.addAll(keys);
    KeyFile.write(file, both);
    Failpoint.reach("key-added");
  }

  /** Backups made before still need the former key. */
  private Optional<Path> end() throws IOException {
    Optional<Path> file = source.file();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    List<String> keys = keys();
    Path former = file.get().resolveSibling(file.get().getFileName() + ".former");
    List<String> all =
        new ArrayList<>(Files.exists(former) ? Files.readAllLines(former) : List.of());
    keys.stream().skip(1).filter(one -> !all.contains(one)).forEach(all::add);
    KeyFile.write(former, all);
    Failpoint.reach("former-kept");
    KeyFile.write(file.get(), keys.subList(0, 1));
    return Optional.of(former);
  }

  private void requireKey() throws IOException {
    if (source.read(environment).isEmpty()) {
      throw none();
    }
  }

  private List<String> keys() {
    try {
      requireKey();
      return source.all(environment);
    } catch (IOException e) {
      throw new UserError(Exit.INPUT, "files.key must be readable, but isn't", e);
    }
  }

  private static UserError none() {
    return UserError.ofInput("files.key in vigie.yaml must name a key, but names none");
  }
}
