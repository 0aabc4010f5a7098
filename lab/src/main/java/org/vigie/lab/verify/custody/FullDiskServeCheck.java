package org.vigie.lab.verify.custody;

import java.nio.file.Path;
import java.util.Random;
import org.vigie.casework.people.Role;
import org.vigie.files.fault.FullDisk;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A console whose disk is full at any byte of the log shows nothing, and goes on once there is
 * room.
 */
final class FullDiskServeCheck implements Check {
  private static final int ADVERTS = 50;

  @Override
  public String name() {
    return "full-disk-serve";
  }

  @Override
  public String promise() {
    return "A console on a full disk shows nothing that isn't logged, and its log holds";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    try (LoadedConsole console = LoadedConsole.start(new Workspace(folder), ADVERTS)) {
      console.add("analyst", Role.ANALYST);
      ConsoleVisitor analyst = console.signedIn("analyst");
      DiskPoints points =
          DiskPoints.of(
              console.trail(), () -> analyst.get("/adverts/" + LoadedConsole.advert(0)), random);
      for (int run = 0; run < effort.runs(); run++) {
        watcher.at(run, effort.runs());
        String path = "/adverts/" + LoadedConsole.advert(random.nextInt(ADVERTS));
        fill(console, analyst, path, points, tally);
        int status = analyst.get(path).statusCode();
        tally.require(status == 200, "with room again the answer must be 200, but was %d", status);
      }
      tally.require(console.trail().verify().holds(), "the log must hold, but doesn't");
    }
    return tally;
  }

  private static void fill(
      LoadedConsole console, ConsoleVisitor analyst, String path, DiskPoints points, Tally tally)
      throws Exception {
    DiskPoints.Point point = points.next();
    long before = lines(console);
    FullDisk.leave(point.place(), point.room());
    try {
      int status = analyst.get(path).statusCode();
      boolean isLogged = lines(console) > before;
      if (status == 200) {
        tally.count("had room", 1);
      } else {
        points.met(point, tally);
      }
      tally.require(status != 200 || isLogged, "what is shown must be logged, but wasn't");
    } finally {
      FullDisk.freed(point.place());
    }
  }

  private static long lines(LoadedConsole console) throws Exception {
    return console.trail().verify().lines();
  }
}
