package org.vigie.lab.verify;

import java.nio.file.Path;
import java.util.Random;

/**
 * A file of a crawl that can't grow past some byte, as on a full disk, ends the crawl; with room
 * again it goes on, and holds what an undisturbed one does.
 */
public final class FullDiskCrawlCheck implements Check {
  private static final int MOST_CRAWLS = 50;
  private static final int FILLS = 4;

  @Override
  public String name() {
    return "full-disk-crawl";
  }

  @Override
  public String promise() {
    return "A crawl on a full disk loses no URL, captures none twice, and can read all it wrote";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    int crawls = Math.clamp(effort.runs() / 4, 1, MOST_CRAWLS);
    for (int number = 0; number < crawls; number++) {
      watcher.at(number, crawls);
      try (KilledCrawl crawl = new KilledCrawl(folder.resolve("crawl-" + number), tally)) {
        boolean isDone = false;
        for (int moment : moments(random)) {
          if (!isDone) {
            isDone = crawl.fillAt(moment, random.nextDouble());
            tally.count(isDone ? "had room" : "met a full disk", 1);
          }
        }
        if (!isDone) {
          crawl.finish();
        }
        crawl.judge("crawl " + number);
      }
    }
    return tally;
  }

  /** Returns moments spread over a whole crawl by chance, in order. */
  private static int[] moments(Random random) {
    return random.ints(FILLS, 1, ChainSite.PAGES).sorted().toArray();
  }
}
