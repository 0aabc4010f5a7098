package org.vigie.lab.verify;

import java.nio.file.Path;
import java.util.Random;
import org.vigie.casework.custody.Backup;
import org.vigie.casework.custody.BackupSeal;
import org.vigie.casework.custody.BackupSignature.Demand;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A crawl goes on from a backup that was made while it ran, again and again, and holds in the end
 * what an undisturbed one does.
 */
public final class BackupCrawlCheck implements Check {
  private static final int MOST_CRAWLS = 50;
  private static final int BACKUPS = 4;

  @Override
  public String name() {
    return "backup-crawl";
  }

  @Override
  public String promise() {
    return "A backup made while a crawl runs goes on as that crawl";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    int crawls = Math.clamp(effort.runs() / 4, 1, MOST_CRAWLS);
    for (int number = 0; number < crawls; number++) {
      watcher.at(number, crawls);
      Path place = folder.resolve("crawl-" + number);
      try (KilledCrawl crawl = new KilledCrawl(place.resolve("0"), tally)) {
        int made = 0;
        for (int moment : random.ints(BACKUPS, 1, ChainSite.PAGES - 5).sorted().toArray()) {
          String name = String.valueOf(++made);
          crawl.goOnFrom(moment, running -> restored(running, place.resolve(name), tally));
        }
        crawl.finish();
        crawl.judge("crawl " + number);
      }
    }
    return tally;
  }

  private static Path restored(Path running, Path restored, Tally tally) throws Exception {
    Path keys = restored.resolveSibling("keys");
    Path copy = restored.resolveSibling(restored.getFileName() + "-copy");
    BackupSeal seal =
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl")));
    new Backup(new Workspace(running), seal).into(copy);
    Backup.restore(copy, restored, Demand.SIGNED);
    tally.count("backups", 1);
    Path frontier = Crawl.frontierOf(LoopbackCrawl.captures(restored));
    if (FrontierReport.isThere(frontier)) {
      FrontierReport.requireWhole(frontier);
    }
    return restored;
  }
}
