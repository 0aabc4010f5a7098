package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.custody.BackupSignature.Demand;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.crawler.frontier.Target;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/** A crawl that writes as fast as it can, and begins and ends files and tables all the time. */
class CrawlCopyTest {
  private static final int BACKUPS = 10;

  @TempDir Path folder;

  @Test
  void agreesWithItselfWhateverTheCrawlWritesMeanwhile() throws Exception {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("ws")));
    AtomicBoolean isEnough = new AtomicBoolean();
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<Integer> crawl = one.submit(crawl(workspace, isEnough));
      while (Backup.files(workspace.captures()).size() < 2 && !crawl.isDone()) {
        Thread.sleep(5);
      }
      int ofARunningCrawl = 0;
      try {
        for (int i = 0; i < BACKUPS; i++) {
          Path copy = folder.resolve("copy");
          Path restored = folder.resolve("restored");
          backup(workspace).into(copy);
          assertThat(new WorkspaceRights(copy, "").looser()).isEmpty();
          Backup.restore(copy, restored, Demand.SIGNED);
          ofARunningCrawl += requireAgreement(new Workspace(restored), i) ? 1 : 0;
          FolderTree.delete(copy);
          FolderTree.delete(restored);
        }
      } finally {
        isEnough.set(true);
      }
      assertThat(crawl.get()).as("files of captures").isGreaterThan(3);
      assertThat(ofARunningCrawl).as("backups with a file that was being written").isPositive();
    }
  }

  /** What nobody writes is copied as it is, also what a kill left behind the last commit. */
  @Test
  void copiesACrawlThatDoesNotRunByteForByte() throws Exception {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("ws")));
    Files.createDirectories(workspace.captures());
    try (DiskFrontier frontier = frontier(workspace)) {
      frontier.archive(new ArchivePosition("x.warc.gz", 5), false);
    }
    Files.writeString(workspace.captures().resolve("x.warc.gz"), "12345 and more");
    Path copy = folder.resolve("copy");
    backup(workspace).into(copy);
    assertThat(copy.resolve("captures/x.warc.gz")).hasContent("12345 and more");
  }

  @Test
  void copiesAFrontierThatIsDamaged() throws Exception {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("ws")));
    try (DiskFrontier frontier = frontier(workspace)) {
      frontier.archive(new ArchivePosition("x.warc.gz", 5), false);
    }
    Path current = Crawl.frontierOf(workspace.captures()).resolve("urls/CURRENT");
    Files.writeString(current, "MANIFEST-999999\n");
    Path copy = folder.resolve("copy");
    backup(workspace).into(copy);
    assertThat(copy.resolve("captures-frontier/urls/CURRENT")).hasContent("MANIFEST-999999");
  }

  /** Returns whether it was copied amid a file of captures. */
  private static boolean requireAgreement(Workspace restored, int number) throws IOException {
    Path frontier = Crawl.frontierOf(restored.captures());
    if (!FrontierReport.isThere(frontier)) {
      return false;
    }
    FrontierReport.requireWhole(frontier);
    Map<String, Long> committed = FrontierReport.committed(frontier);
    for (Path file : Backup.files(restored.captures())) {
      String name = String.valueOf(file.getFileName());
      long whole = committed.getOrDefault(name, Crawling.FILE);
      // What stands behind it, where nobody wrote for a moment, the next crawl cuts off.
      assertThat(Files.size(file))
          .as("%s of backup %d", name, number)
          .isBetween(whole, Crawling.FILE);
    }
    committed.forEach((name, length) -> {
      if (length > 0) {
        assertThat(restored.captures().resolve(name)).as("backup %d", number).exists();
      }
    });
    return !committed.isEmpty();
  }

  private static Callable<Integer> crawl(Workspace workspace, AtomicBoolean isEnough) {
    return () -> {
      Crawling crawling = new Crawling(workspace);
      while (!isEnough.get()) {
        // Opened and closed, it begins another list of tables each time and merges those there are.
        try (DiskFrontier frontier = frontier(workspace)) {
          for (int i = 0; i < 2 && !isEnough.get(); i++) {
            crawling.writeFile(frontier);
          }
        }
      }
      return crawling.files;
    };
  }

  /** What a crawl does, page by page, with files of few pages. */
  private static final class Crawling {
    static final long PAGE = 1_000;
    static final int PAGES = 60;
    static final long FILE = PAGE * PAGES;

    private final Workspace workspace;
    private int files;
    private int urls;

    Crawling(Workspace workspace) {
      this.workspace = workspace;
    }

    void writeFile(DiskFrontier frontier) throws Exception {
      String name = "vigie-%05d.warc.gz".formatted(files++);
      frontier.archive(new ArchivePosition(name, 0), false);
      Path file = workspace.captures().resolve(name);
      Files.createDirectories(workspace.captures());
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
        for (int page = 1; page <= PAGES; page++) {
          out.write(new byte[(int) PAGE / 2]);
          out.flush();
          out.write(new byte[(int) PAGE / 2]);
          seed(frontier);
          Thread.sleep(2);
          frontier.archive(new ArchivePosition(name, page * PAGE), false);
        }
      }
      frontier.archive(new ArchivePosition(name, 0), true);
    }

    private void seed(DiskFrontier frontier) throws IOException {
      List<Target> targets = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String url = "http://site-%d.example.org/%d".formatted(urls % 40, urls++);
        targets.add(new Target(url, 1, 0, 1, ""));
      }
      frontier.seed(targets);
    }
  }

  private static DiskFrontier frontier(Workspace workspace) throws IOException {
    return DiskFrontier.open(
        Crawl.frontierOf(workspace.captures()),
        Duration.ZERO,
        new FrontierLimits(10_000_000, 8, false),
        Clock.systemUTC());
  }

  private Backup backup(Workspace workspace) {
    Path keys = folder.resolve("keys");
    return new Backup(
        workspace,
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl"))));
  }
}
