package org.vigie.lab.verify.custody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.FullDisk;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** A disk that is full at any byte of a line or its head, and a kill there, break no log. */
final class FullDiskCheck implements Check {
  @Override
  public String name() {
    return "full-disk";
  }

  @Override
  public String promise() {
    return "A disk full at any byte of a line, or a kill there, leaves a log that holds";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    WitnessedLog log = new WitnessedLog(folder);
    log.append(3);
    DiskPoints points = DiskPoints.of(log.trail(), () -> log.append(1), random);
    for (int run = 0; run < effort.runs(); run++) {
      watcher.at(run, effort.runs());
      fill(points, log, tally);
      tear(log, random);
      tally.count("torn by a kill", 1);
      log.append(1);
      tally.require(log.verify().holds(), "run %d: the log must hold, but doesn't", run);
    }
    return tally;
  }

  private static void fill(DiskPoints points, WitnessedLog log, Tally tally) throws Exception {
    DiskPoints.Point point = points.next();
    String before = Files.readString(log.log());
    FullDisk.leave(point.place(), point.room());
    try {
      log.append(1);
      tally.count("had room", 1);
    } catch (UserError e) {
      points.met(point, tally);
      tally.require(
          Files.readString(log.log()).equals(before), "a refused line must leave nothing, but did");
    } finally {
      FullDisk.freed(point.place());
    }
  }

  private static void tear(WitnessedLog log, Random random) throws Exception {
    String part = "{\"at\":\"2026-03-01T12:00:00Z\",\"user\":\"ana\",\"command\":\"show\"";
    Files.writeString(
        log.log(),
        part.substring(0, 1 + random.nextInt(part.length() - 1)),
        StandardOpenOption.APPEND);
  }
}
