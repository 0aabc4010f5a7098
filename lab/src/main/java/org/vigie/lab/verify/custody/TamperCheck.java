package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.web.witness.WitnessServer;

/** Whoever can write all of the log's folder, but not the witness, is found. */
final class TamperCheck implements Check {
  private static final int LINES = 24;

  /** The log as the receiver knows it. */
  private static final String LOG = "unit-7";

  /** What is done to a log. */
  private enum Kind {
    CUT,
    ROLLED_BACK,
    EMPTIED,
    DELETED,
    EDITED
  }

  @Override
  public String name() {
    return "tamper";
  }

  @Override
  public String promise() {
    return "A log that was cut with its heads, rolled back, emptied, deleted or edited is found";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    Path received = folder.resolve("received");
    try (WitnessServer server = WitnessServer.start("127.0.0.1", 0, received, List.of(LOG))) {
      String address = "http://127.0.0.1:%d/%s".formatted(server.port(), LOG);
      List<Attacked> logs =
          List.of(
              Attacked.of("with a folder as witness", folder.resolve("beside"), "witness"),
              Attacked.of("with a receiver as witness", folder.resolve("told"), address));
      for (Attacked one : logs) {
        tally.require(one.log.verify().holds(), "a log must hold as it was written, but doesn't");
      }
      for (int run = 0; run < effort.runs(); run++) {
        watcher.at(run, effort.runs());
        attack(logs.get(run % logs.size()), run, random, tally);
      }
    }
    return tally;
  }

  /**
   * A log that is attacked again and again.
   *
   * @param witness what is counted of it
   * @param earlier its files at half its length
   * @param whole its files as they were written
   */
  private record Attacked(String witness, WitnessedLog log, Path earlier, Path whole) {
    static Attacked of(String witness, Path folder, String place) throws IOException {
      Files.createDirectories(folder);
      WitnessedLog log = new WitnessedLog(folder, place);
      Attacked made =
          new Attacked(witness, log, folder.resolve("earlier"), folder.resolve("whole"));
      log.append(LINES / 2);
      WitnessedLog.replace(made.earlier, log.audit());
      log.append(LINES / 2);
      WitnessedLog.replace(made.whole, log.audit());
      return made;
    }
  }

  private static void attack(Attacked one, int run, Random random, Tally tally) throws IOException {
    for (Kind kind : Kind.values()) {
      String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      tamper(kind, one.log, one.earlier, random);
      tally.count(what, 1);
      tally.count(one.witness, 1);
      boolean isFound = !one.log.verify().holds();
      tally.count("found", isFound ? 1 : 0);
      tally.require(isFound, "run %d: a log that was %s must be found, but wasn't", run, what);
      WitnessedLog.replace(one.log.audit(), one.whole);
    }
  }

  private static void tamper(Kind kind, WitnessedLog log, Path earlier, Random random)
      throws IOException {
    switch (kind) {
      case CUT -> {
        int left = random.nextInt(LINES);
        cut(log.log(), left);
        cut(log.heads(), left);
      }
      case ROLLED_BACK -> WitnessedLog.replace(log.audit(), earlier);
      case EMPTIED -> {
        Files.writeString(log.log(), "");
        Files.writeString(log.heads(), "");
      }
      case DELETED -> {
        if (random.nextBoolean()) {
          FolderTree.delete(log.audit());
        } else {
          Files.delete(log.log());
          Files.delete(log.heads());
        }
      }
      case EDITED -> edit(log, random.nextInt(LINES));
    }
  }

  /** Edits a line, mends the chain after it, and leaves no head that could contradict it. */
  private static void edit(WitnessedLog log, int edited) throws IOException {
    List<String> lines = Files.readAllLines(log.log());
    StringBuilder forged = new StringBuilder();
    String previous = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String hash = line.substring(line.lastIndexOf("sha256:"), line.length() - 2);
      String other = line.replace(hash, Sha256.of(previous));
      previous = i == edited ? other.replace("\"ana\"", "\"eva\"") : other;
      forged.append(previous).append('\n');
    }
    Files.writeString(log.log(), forged);
    cut(log.heads(), edited);
  }

  private static void cut(Path file, int left) throws IOException {
    Files.write(file, Files.readAllLines(file).subList(0, left));
  }
}
