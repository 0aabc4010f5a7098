package org.vigie.console.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Killed at random moments, a crawl loses no URL and captures none twice. */
final class KillCheck implements Check {
  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String promise() {
    return "Killed at any moment, a crawl loses no URL, captures none twice, and can read all it"
        + " wrote";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    Duration whole = undisturbed(folder.resolve("undisturbed"), tally);
    int kills = 0;
    for (int number = 0; kills < effort.runs(); number++) {
      Path crawlFolder = folder.resolve("crawl-" + number);
      int before = tally.violations().size();
      try (KilledCrawl crawl = new KilledCrawl(crawlFolder, tally)) {
        boolean running = true;
        boolean resumed = false;
        while (running && kills < effort.runs()) {
          watcher.at(kills, effort.runs());
          Duration time = Duration.ofNanos(random.nextLong(whole.toNanos()));
          running = crawl.killAfter(time);
          kills += running ? 1 : 0;
          if (!running && !resumed) {
            whole = time; // the machine has become faster: a whole crawl takes less than that
          }
          resumed = true;
        }
        if (running) {
          crawl.finish();
        }
        crawl.judge("crawl " + number);
      }
      if (tally.violations().size() == before) {
        Checks.delete(crawlFolder);
      }
    }
    return tally;
  }

  /** Kills fall evenly over the time that a crawl takes when nobody disturbs it. */
  private static Duration undisturbed(Path folder, Tally tally) throws Exception {
    try (KilledCrawl crawl = new KilledCrawl(folder, tally)) {
      Duration whole = crawl.finish();
      crawl.judge("undisturbed");
      return whole;
    }
  }
}
