package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.custody.BackupSeal;
import org.vigie.casework.custody.BackupSignature.Demand;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What is written to the database while it is copied stands in the copy or comes after it, and each
 * other file is the same.
 */
final class RestoreCheck implements Check {
  private static final int MOST_BYTES = 20_000;

  /** Of a kind, so that some are written anew. */
  private static final int MOST_FILES = 8;

  private static final List<String> SCHEMA =
      List.of("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String promise() {
    return "A backup made while it is written restores whole, each file the same, and one that is damaged, or changed"
        + " with its list of hashes, is refused";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      for (int run = 0; run < effort.runs(); run++) {
        watcher.at(run, effort.runs());
        for (int i = 0; i < 20; i++) {
          database.run("INSERT INTO note (text) VALUES (?)", "note " + random.nextLong());
        }
        write(workspace, random);
        // Never closed, so that all of it lies in the write-ahead log.
        judge(workspace, folder, database, random, tally);
      }
    }
    return tally;
  }

  /** Writes files of each kind that a workspace holds, each run others. */
  private static void write(Workspace workspace, Random random) throws IOException {
    for (Path folder :
        List.of(
            workspace.index().resolve("shard-0"),
            workspace.state(),
            workspace.audit(),
            workspace.models(),
            workspace.root().resolve("captures"),
            workspace.database().resolveSibling("enclosures"))) {
      byte[] bytes = new byte[random.nextInt(MOST_BYTES)];
      random.nextBytes(bytes);
      Files.createDirectories(folder);
      Files.write(OwnerOnly.file(folder.resolve("file-" + random.nextInt(MOST_FILES))), bytes);
    }
  }

  /** Each file but the database, which is copied by its own program, byte for byte. */
  private static void compare(Workspace workspace, Path restored, Tally tally) throws IOException {
    Map<String, String> before = hashes(workspace.root(), workspace.database());
    Map<String, String> after = hashes(restored, new Workspace(restored).database());
    tally.count("files compared", before.size());
    tally.require(
        after.equals(before), "what is restored must be the same files, of %d", before.size());
  }

  private static Map<String, String> hashes(Path root, Path database) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().startsWith(database.toString())) {
          hashes.put(root.relativize(file).toString(), Sha256.hex(file));
        }
      }
    }
    return hashes;
  }

  private static void judge(
      Workspace workspace, Path folder, CaseDatabase database, Random random, Tally tally)
      throws Exception {
    Path copy = folder.resolve("copy");
    Path restored = folder.resolve("restored");
    Path keys = folder.resolve("keys");
    BackupSeal seal =
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl")));
    new Backup(workspace, seal).into(copy);
    Backup.restore(copy, restored, Demand.SIGNED);
    tally.count("restored", 1);
    long known = count(database);
    try (CaseDatabase other = CaseDatabase.open(new Workspace(restored).database(), SCHEMA)) {
      tally.require(count(other) == known, "a copy must have %d notes, but has not", known);
    }
    compare(workspace, restored, tally);
    tally.require(
        new WorkspaceRights(copy, "").looser().isEmpty(), "a copy must be closed, but isn't");
    FolderTree.delete(restored);
    Path file = copy.resolve("console").resolve("desk.sqlite");
    String before = Sha256.hex(file);
    flip(file, random);
    requireRefused(copy, restored, "damaged and refused", tally);
    Path list = copy.resolve(Backup.SUMS);
    String after = Sha256.hex(file);
    Files.writeString(list, Files.readString(list).replace(before, after));
    requireRefused(copy, restored, "changed with its list and refused", tally);
    FolderTree.delete(copy);
  }

  private static void requireRefused(Path copy, Path restored, String outcome, Tally tally)
      throws Exception {
    try {
      Backup.restore(copy, restored, Demand.SIGNED);
      tally.require(false, "what is to be %s was restored", outcome);
      FolderTree.delete(restored);
    } catch (UserError e) {
      tally.count(outcome, 1);
    }
    tally.require(
        !Files.exists(folderBeside(restored)), "nothing may be left of what was %s", outcome);
  }

  private static Path folderBeside(Path restored) {
    return restored.resolveSibling(restored.getFileName() + ".part");
  }

  private static long count(CaseDatabase database) {
    return database.list("SELECT count(*) AS n FROM note", row -> row.getLong("n")).getFirst();
  }

  private static void flip(Path file, Random random) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
  }
}
