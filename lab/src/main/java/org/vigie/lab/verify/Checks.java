package org.vigie.lab.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.vigie.files.owner.FolderTree;

/** All checks of the crawler, and how any check is carried out. */
public final class Checks {
  private Checks() {}

  public static List<Check> all() {
    return List.of(
        new RobotsFailureCheck(),
        new PaceCheck(),
        new ForbiddenAddressCheck(),
        new KillCheck(),
        new FailpointCheck(),
        new RobotsMatcherCheck(),
        new HostileCheck(),
        new NeighbourCheck());
  }

  /**
   * Carries a check out in a folder of its own, which stays if the promise isn't kept.
   *
   * @param within the folder to make it in
   */
  public static CheckResult carryOut(Check check, Effort effort, Path within, Check.Watcher watcher)
      throws Exception {
    Path folder = Files.createDirectories(within.resolve(check.name()));
    long start = System.nanoTime();
    Tally tally = check.run(effort, folder, watcher);
    Duration took = Duration.ofMillis(Duration.ofNanos(System.nanoTime() - start).toMillis());
    if (tally.violations().isEmpty()) {
      FolderTree.delete(folder);
    }
    return new CheckResult(check.name(), check.promise(), tally.counts(), tally.violations(), took);
  }
}
