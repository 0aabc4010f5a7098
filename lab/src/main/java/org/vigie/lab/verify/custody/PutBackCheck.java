package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.advert.Mandate;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.ChangeCount;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * Nobody who can write the workspace, but lacks the log's key, gets an older case database taken
 * for the one that the log knows, whichever act it was copied before.
 */
final class PutBackCheck implements Check {
  private static final int ACTS = 24;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final List<String> SCHEMA =
      List.of("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");

  /** What is done. */
  private enum Kind {
    /** A copy of before some act takes the database's place. */
    PUT_BACK,
    DELETED,
    /** Put back, and a line that nobody signed says that there were no changes. */
    LINE_FORGED,
    /** Put back, and the log's last lines say so, but the heads are of what they were. */
    LINES_EDITED,
    /** Put back, and the heads of the lines that know better are gone. */
    HEADS_CUT,
    /** Put back once a killed process has left the last act without the line after it. */
    PUT_BACK_AFTER_A_KILL,
    /** A copy as new as the log takes the place of one that a process goes on to change. */
    SWAPPED_WHILE_OPEN
  }

  @Override
  public String name() {
    return "put-back";
  }

  @Override
  public String promise() {
    return "An older case database, or none, in the place of the one that the log knows is refused";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    Scene scene = new Scene(folder);
    scene.act();
    for (int run = 0; run < effort.runs(); run++) {
      watcher.at(run, effort.runs());
      for (Kind kind : Kind.values()) {
        scene.restore();
        int before = random.nextInt(ACTS);
        scene.attack(kind, before, tally);
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        tally.count(what, 1);
        boolean isRefused = scene.isRefused();
        tally.count("refused", isRefused ? 1 : 0);
        tally.require(
            isRefused && (kind == Kind.SWAPPED_WHILE_OPEN || scene.isFound()),
            "run %d: a database (%s, of before act %d) must be refused and found, but wasn't",
            run,
            what,
            before);
      }
    }
    return tally;
  }

  /** A log, its heads and a database, with a copy of the database of before each act. */
  private static final class Scene {
    private final Path database;
    private final Path log;
    private final AuditSeal seal;
    private final Path whole;
    private final List<Path> copies = new ArrayList<>();

    Scene(Path folder) throws IOException {
      database = folder.resolve("desk.sqlite");
      log = folder.resolve("audit.jsonl");
      seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"));
      whole = Files.createDirectories(folder.resolve("whole"));
      CaseDatabase.open(database, SCHEMA).close();
    }

    /** Does all acts, and keeps what they leave. */
    void act() throws IOException {
      AuditLog written = log();
      for (int i = 0; i < ACTS; i++) {
        copies.add(Files.copy(database, whole.resolve("before-" + i)));
        append(written);
        change();
        written.count(NOW);
      }
      for (Path file : List.of(database, log, seal.heads())) {
        Files.copy(file, whole.resolve(file.getFileName()));
      }
    }

    /** Puts all as the acts left it, as another process finds it. */
    void restore() throws IOException {
      for (Path file : List.of(database, log, seal.heads())) {
        put(whole.resolve(file.getFileName()), file);
      }
      ChangeCount.forget(database);
    }

    void attack(Kind kind, int before, Tally tally) throws Exception {
      switch (kind) {
        case PUT_BACK -> put(copies.get(before), database);
        case DELETED -> Files.delete(database);
        case LINE_FORGED -> {
          put(copies.get(before), database);
          String last = Files.readAllLines(log).getLast();
          String hash = last.substring(last.lastIndexOf("sha256:"), last.length() - 2);
          String forged = without(last).replace(hash, Sha256.of(last));
          Files.writeString(log, Files.readString(log) + forged + "\n");
        }
        case LINES_EDITED -> {
          put(copies.get(before), database);
          Files.writeString(log, without(Files.readString(log)));
        }
        case HEADS_CUT -> {
          put(copies.get(before), database);
          // The line before each act knows what it was copied at.
          Files.write(seal.heads(), Files.readAllLines(seal.heads()).subList(0, 2 * before + 1));
        }
        case PUT_BACK_AFTER_A_KILL -> {
          append(log());
          change();
          ChangeCount.forget(database);
          log().count(NOW, MANDATE.id());
          boolean isMended = !isFound() && trail().verify(NOW).holds();
          tally.count("mended after a kill", isMended ? 1 : 0);
          tally.require(isMended, "an act that a kill cut short must be counted, but wasn't");
          put(whole.resolve(database.getFileName()), database);
          ChangeCount.forget(database);
        }
        case SWAPPED_WHILE_OPEN -> {
          try (CaseDatabase open = CaseDatabase.open(database, SCHEMA)) {
            put(whole.resolve(database.getFileName()), database);
            append(log());
            change(open);
          }
        }
      }
    }

    /** Returns whether no act is let through. */
    boolean isRefused() {
      try {
        append(log());
        return false;
      } catch (UserError e) {
        return true;
      }
    }

    /** Returns whether a look at the workspace finds something wrong. */
    boolean isFound() throws IOException {
      return new DatabaseAge(database).problem(log, seal).isPresent();
    }

    private AuditTrail trail() {
      return new AuditTrail(log, seal.heads(), seal.publicKey());
    }

    private AuditLog log() {
      return new AuditLog(log, seal, database);
    }

    private static void append(AuditLog log) {
      log.append(NOW, "ana", "show", "", MANDATE);
    }

    private void change() {
      try (CaseDatabase open = CaseDatabase.open(database, SCHEMA)) {
        change(open);
      }
    }

    private static void change(CaseDatabase open) {
      open.run("INSERT INTO note (text) VALUES ('invented')");
    }

    private static String without(String lines) {
      return lines.replaceAll("\"database\":\\d+", "\"database\":0");
    }

    /** Whoever has the former file open goes on with that. */
    private static void put(Path from, Path to) throws IOException {
      Path copy = to.resolveSibling("copy");
      Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, to, StandardCopyOption.REPLACE_EXISTING);
      for (String side : List.of("-wal", "-shm")) {
        Files.deleteIfExists(to.resolveSibling(to.getFileName() + side));
      }
    }
  }
}
