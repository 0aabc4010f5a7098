package org.vigie.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.lab.page.BenchmarkPage;

/**
 * What adding and taking a URL costs as the frontier grows, in CPU of the whole process (compaction
 * in the background included), and the heap that is live.
 *
 * <p>Arguments: an empty folder, {@code --table=FILE} to write a section of a page, then the
 * numbers of known URLs at which to measure.
 */
public final class FrontierScale {
  private static final String TABLE = "--table=";
  private static final int HOSTS = 5_000;
  private static final int BATCH = 2_000;
  private static final int PAGES = 4_000;
  private static final int GROUP = 16;
  static final int LINKS = 20;

  private final Random random = new Random(1);
  private final CrawlFrontier frontier;
  private final Path folder;
  private long known;

  private FrontierScale(CrawlFrontier frontier, Path folder) {
    this.frontier = frontier;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    List<String> sizes = new ArrayList<>(List.of(args));
    Path folder = Path.of(sizes.removeFirst());
    boolean toFile = !sizes.isEmpty() && sizes.getFirst().startsWith(TABLE);
    Path table = toFile ? Path.of(sizes.removeFirst().substring(TABLE.length())) : null;
    List<FrontierRow> rows = measure(folder, sizes.stream().map(Long::valueOf).toList());
    if (table != null) {
      new BenchmarkPage(table).put(FrontierPage.TITLE, FrontierPage.lines(sizes, rows));
    }
  }

  /** Measures at each size, smallest first, in an empty folder, and prints what it finds. */
  static List<FrontierRow> measure(Path folder, List<Long> sizes) throws Exception {
    Files.createDirectories(folder);
    FrontierLimits limits = new FrontierLimits(Long.MAX_VALUE, HOSTS, false);
    List<FrontierRow> rows = new ArrayList<>();
    try (DiskFrontier frontier =
        DiskFrontier.open(folder, Duration.ZERO, limits, Clock.systemUTC())) {
      FrontierScale scale = new FrontierScale(frontier, folder);
      System.out.println(FrontierRow.HEADING);
      for (long size : sizes) {
        rows.add(scale.measure(size));
        System.out.println(rows.getLast().line());
      }
    }
    return rows;
  }

  /** Fills up to nine tenths, measures adding over the last tenth and then taking. */
  private FrontierRow measure(long size) throws Exception {
    fill(size - size / 10);
    long before = cpu();
    long from = known;
    fill(size);
    double add = (cpu() - before) / 1e3 / (known - from);
    before = cpu();
    int taken = take();
    double take = (cpu() - before) / 1e3 / taken;
    return new FrontierRow(known, add, take, heap(), disk(folder));
  }

  private void fill(long size) throws IOException {
    while (known < size) {
      List<Target> urls = new ArrayList<>();
      for (long i = Math.min(BATCH, size - known); i > 0; i--) {
        urls.add(next());
      }
      frontier.seed(urls);
    }
  }

  /** Takes pages, and ends each with as many links that are known as a page has. */
  private int take() throws Exception {
    int taken = 0;
    while (taken < PAGES) {
      List<PageEnd> ends = new ArrayList<>();
      for (int i = 0; i < GROUP; i++) {
        Due due = Objects.requireNonNull(frontier.take(), "there are URLs left");
        List<Target> links = new ArrayList<>();
        for (int link = 0; link < LINKS; link++) {
          links.add(url(random.nextLong(known)));
        }
        ends.add(new PageEnd(due.target(), "fetched", null, links, null, 0, false));
      }
      frontier.commit(ends);
      taken += GROUP;
    }
    return taken;
  }

  private Target next() {
    return url(known++);
  }

  private Target url(long number) {
    long mixed = number * 0x9e3779b97f4a7c15L;
    return new Target(
        "https://site-%d.example.org/adverts/%x/page-%d.html"
            .formatted(Math.floorMod(mixed >>> 20, HOSTS), mixed, number),
        3,
        0,
        (mixed >>> 50) % 8 / 8.0,
        "a link of some words");
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long disk(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          >> 20;
    }
  }
}
