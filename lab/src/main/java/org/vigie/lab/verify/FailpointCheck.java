package org.vigie.lab.verify;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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

  /** Each at another place, so that not every one of them needs a crawl to be finished. */
  private static final int KILLS_OF_A_CRAWL = 2;

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
    Set<Failpoint> reached = EnumSet.noneOf(Failpoint.class);
    for (int round = 0; round < effort.failpointRounds(); round++) {
      watcher.at(round, effort.failpointRounds());
      boolean isLater = round % 2 == 1;
      for (int from = 0; from < PLACES.size(); from += KILLS_OF_A_CRAWL) {
        String name = PLACES.get(from).label() + "-" + round;
        try (KilledCrawl crawl = new KilledCrawl(folder.resolve(name), tally)) {
          int to = Math.min(PLACES.size(), from + KILLS_OF_A_CRAWL);
          for (Failpoint place : PLACES.subList(from, to)) {
            int times = isLater ? 2 + random.nextInt(LATEST - 1) : 1;
            if (crawl.killAt(place, times)) {
              reached.add(place);
              tally.count("kills", 1);
            }
          }
          crawl.finish();
          crawl.judge(name);
        }
      }
    }
    for (Failpoint place : PLACES) {
      tally.require(reached.contains(place), "%s was never reached", place.label());
    }
    return tally;
  }
}
