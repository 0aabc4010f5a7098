package org.vigie.lab.verify;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.vigie.files.fault.Failpoint;

/** Killed between any two steps of durability, a crawl loses no URL and captures none twice. */
final class FailpointCheck implements Check {
  /** Those of a shared crawl need a broker, which its own tests have. */
  private static final List<Failpoint> PLACES =
      Arrays.stream(Failpoint.values())
          .filter(place -> !place.name().startsWith("EVENTS_"))
          .toList();

  /** A place is met first when the first page is written, and later when others share the write. */
  private static final int LATEST = 30;

  @Override
  public String name() {
    return "failpoint";
  }

  @Override
  public String promise() {
    return "Killed between two steps of durability, a crawl loses no URL and captures none twice";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    tally.count("failpoints", PLACES.size());
    int total = PLACES.size() * effort.failpointRounds();
    int done = 0;
    for (Failpoint place : PLACES) {
      int kills = 0;
      for (int round = 0; round < effort.failpointRounds(); round++) {
        watcher.at(done++, total);
        String name = place.label() + "-" + round;
        try (KilledCrawl crawl = new KilledCrawl(folder.resolve(name), tally)) {
          kills += crawl.killAt(place, 1) ? 1 : 0;
          kills += crawl.killAt(place, 2 + random.nextInt(LATEST - 1)) ? 1 : 0;
          crawl.finish();
          crawl.judge(name);
        }
      }
      tally.count("kills", kills);
      tally.require(kills > 0, "%s was never reached", place.label());
    }
    return tally;
  }
}
