package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Subject;
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
 * What stood in the database before it is copied stands in the copy, what is written meanwhile in
 * its order up to some line, each row as it was, and each other file is the same.
 */
final class RestoreCheck implements Check {
  private static final int MOST_BYTES = 20_000;

  /** Of a kind, so that some are written anew. */
  private static final int MOST_FILES = 8;

  private static final String ACCOUNT = "ana";

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
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      for (int run = 0; run < effort.runs(); run++) {
        watcher.at(run, effort.runs());
        NoteWriter writer = new NoteWriter(database, "invented case " + run);
        for (int i = 0; i < 20; i++) {
          writer.write();
        }
        write(workspace, random);
        // Never closed, so that all of it lies in the write-ahead log.
        judge(workspace, folder, database, writer, random, tally);
      }
    }
    tally.require(
        tally.counts().getOrDefault("notes written meanwhile", 0L) > 0,
        "notes must be written while a backup is made, but weren't");
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
      Workspace workspace,
      Path folder,
      CaseDatabase database,
      NoteWriter writer,
      Random random,
      Tally tally)
      throws Exception {
    Path copy = folder.resolve("copy");
    Path restored = folder.resolve("restored");
    Path keys = folder.resolve("keys");
    BackupSeal seal =
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl")));
    long before = TableRows.last(database, "case_item");
    try (AutoCloseable writing = writer.begin()) {
      new Backup(workspace, seal).into(copy);
    }
    tally.count("notes written meanwhile", TableRows.last(database, "case_item") - before);
    Backup.restore(copy, restored, Demand.SIGNED);
    tally.count("restored", 1);
    try (CaseDatabase other = CaseDatabase.open(new Workspace(restored).database(), Cases.SCHEMA)) {
      long kept = TableRows.last(other, "case_item");
      tally.require(kept >= before, "a copy must have %d notes, but has %d", before, kept);
      for (String table : TableRows.tables(database)) {
        long last = TableRows.last(other, table);
        // Whatever else the workspace has came after the copy.
        tally.require(
            TableRows.digest(other, table, last).equals(TableRows.digest(database, table, last)),
            "the rows of %s up to %d must be the same, but aren't",
            table,
            last);
        tally.count("tables compared", 1);
      }
      tally.count("rows compared", kept);
    }
    compare(workspace, restored, tally);
    tally.require(
        new WorkspaceRights(copy, "").looser().isEmpty(), "a copy must be closed, but isn't");
    FolderTree.delete(restored);
    Path file = copy.resolve("console").resolve("desk.sqlite");
    String whole = Sha256.hex(file);
    flip(file, random);
    requireRefused(copy, restored, "damaged and refused", tally);
    Path list = copy.resolve(Backup.SUMS);
    String after = Sha256.hex(file);
    Files.writeString(list, Files.readString(list).replace(whole, after));
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

  /** Puts notes into a case of its own. */
  private static final class NoteWriter {
    private static final long PAUSE_MILLIS = 5;

    private final Cases cases;
    private final CaseFile into;
    private int written;

    NoteWriter(CaseDatabase database, String title) {
      cases = new Cases(database, Clock.systemUTC());
      into = cases.find(ACCOUNT, cases.open(ACCOUNT, title)).orElseThrow();
    }

    void write() {
      cases.put(into, ACCOUNT, Subject.of("advert:a-" + written), "note " + written++);
    }

    /** Writes one each few milliseconds, until what is returned is closed. */
    AutoCloseable begin() {
      ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
      Future<?> writing =
          thread.scheduleWithFixedDelay(this::write, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      return () -> {
        boolean isBroken = writing.isDone(); // by what it threw
        thread.close();
        if (isBroken) {
          writing.get();
        }
      };
    }
  }

  private static void flip(Path file, Random random) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
  }
}
