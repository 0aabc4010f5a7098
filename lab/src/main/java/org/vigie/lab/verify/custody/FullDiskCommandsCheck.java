package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.vigie.files.digest.Sha256;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * A file that can't grow past some byte, as on a full disk, ends a command and harms nothing: with
 * room again the same command does what an undisturbed one does, and the log holds.
 */
final class FullDiskCommandsCheck implements Check {
  private static final int MOST_ROUNDS = 10;

  /** About what the commands write. */
  private static final int MOST_GROWTH = 60_000;

  private static final int MOST_GROWTH_OF_EXPORT = 1_000;

  /** An export alone may hold a hundred in all. */
  private static final int ADVERTS = 9;

  private static final String ROOM = ":";

  @Override
  public String name() {
    return "full-disk-commands";
  }

  @Override
  public String promise() {
    return "run, export and backup on a full disk lose nothing, and do all once there is room";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    CommandChild child = new CommandChild(folder);
    child.require(ROOM, "init", "--trial");
    adverts(folder.resolve("first.jsonl"), 0);
    child.require(ROOM, "run", "--input", "first.jsonl");
    int rounds = Math.clamp(effort.runs() / 10, 1, MOST_ROUNDS);
    int known = ADVERTS;
    for (int round = 0; round < rounds; round++) {
      watcher.at(round, rounds);
      tally.count("rounds", 1);
      String input = "more-" + round + ".jsonl";
      adverts(folder.resolve(input), known);
      known += ADVERTS;
      attempt(child, random, tally, "run", "--input", input);
      String out = "out-" + round + ".jsonl";
      attempt(child, random, tally, export(out));
      tally.require(
          Files.readAllLines(folder.resolve(out)).size() == known,
          "an export must hold %d adverts, but has %d",
          known,
          Files.readAllLines(folder.resolve(out)).size());
      attempt(child, random, tally, "backup", "--to", "copy-" + round);
      child.require(ROOM, "restore", "--from", "copy-" + round, "--to", "new-" + round);
      tally.require(
          hash(folder.resolve("new-" + round)).equals(hash(folder.resolve("copy-" + round))),
          "a backup must restore to what it holds, but doesn't");
      tally.require(child.run(ROOM, "audit", "verify") == 0, "the log must hold, but doesn't");
    }
    return tally;
  }

  private static String[] export(String out) {
    return new String[] {"export", "--output", out, ""};
  }

  private static void attempt(CommandChild child, Random random, Tally tally, String... words)
      throws IOException, InterruptedException {
    int growth = words[0].equals("export") ? MOST_GROWTH_OF_EXPORT : MOST_GROWTH;
    // Most files are much smaller than the largest, a database: most limits are to be low.
    double part = Math.pow(random.nextDouble(), 4);
    int code = child.runFilled(1 + random.nextInt(growth), part, words);
    tally.count(words[0] + (code == 0 ? " had room" : " met a full disk"), 1);
    if (code != 0) {
      child.require(ROOM, words);
    }
  }

  /** Writes a few adverts of jobs, the first of that number. */
  static void adverts(Path file, int from) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < from + ADVERTS; i++) {
      lines.append(
          "{\"id\":\"n-%1$d\",\"title\":\"Work %1$d\",\"text\":\"Warehouse work number %1$d, housing is given\",\"url\":\"https://jobs.example.org/%1$d\",\"site\":\"jobs.example.org\",\"channel\":\"job-board\",\"posted\":\"2026-01-05T09:%2$02d:00Z\",\"lang\":\"en\"}\n"
              .formatted(i, i % 60));
    }
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  private static String hash(Path workspace) throws IOException {
    return Sha256.of(workspace.resolve("audit").resolve("audit.jsonl"));
  }
}
