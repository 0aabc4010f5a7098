package org.vigie.lab.verify;

import java.nio.file.Path;
import java.util.Random;
import org.vigie.files.owner.FolderTree;

/** Killed at random moments, a crawl loses no URL and captures none twice. */
final class KillCheck implements Check {
  /**
   * A kill before the first request, or after the last one, puts little to the test: of so many one
   * may fall there, and of a few one by chance.
   */
  private static final int MAY_MISS_ONE_OF = 10;

  private static final int KILLS_OF_A_CRAWL = 5;

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
    int kills = 0;
    for (int number = 0; kills < effort.runs(); number++) {
      Path crawlFolder = folder.resolve("crawl-" + number);
      int before = tally.violations().size();
      try (KilledCrawl crawl = new KilledCrawl(crawlFolder, tally)) {
        boolean running = true;
        for (double moment : moments(random, Math.min(KILLS_OF_A_CRAWL, effort.runs() - kills))) {
          watcher.at(kills, effort.runs());
          running = running && crawl.killAt(moment);
          kills += running ? 1 : 0;
        }
        if (running) {
          crawl.finish();
        }
        crawl.judge("crawl " + number);
      }
      if (tally.violations().size() == before) {
        FolderTree.delete(crawlFolder);
      }
    }
    long amid = tally.counts().getOrDefault(KilledCrawl.AMID, 0L);
    tally.require(
        kills - amid <= Math.max(1, kills / MAY_MISS_ONE_OF),
        "of %d kills one, or a tenth, may fall before or after all requests, but %d did",
        kills,
        kills - amid);
    return tally;
  }

  /** Returns moments spread evenly over a whole crawl by chance, in order. */
  private static double[] moments(Random random, int count) {
    return random.doubles(count, 0, ChainSite.PAGES).sorted().toArray();
  }
}
