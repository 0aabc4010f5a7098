package org.vigie.lab.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.lab.page.BenchmarkPage;

/**
 * The crawler's throughput beside its peers, and its memory as the known URLs grow.
 *
 * <p>All clients crawl the same site on this machine, in turn and several rounds, each as a process
 * of its own whose CPU time the kernel counts. Started by {@code bench/crawler}.
 */
public final class CrawlBenchmark {
  /** Any number would do: it makes the pages the same on every machine. */
  private static final long SITE_SEED = 30_000;

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final int[] KNOWN_URLS = {30_000, 300_000};

  private final CrawlBenchmarkSettings settings;
  private final String[] arguments;
  private final Path cache;
  private final List<CrawlClient> clients;
  private final List<ClientRun> runs = new ArrayList<>();
  private final List<MemoryRun> memoryRuns = new ArrayList<>();

  private CrawlBenchmark(CrawlBenchmarkSettings settings, String[] arguments) {
    this.settings = settings;
    this.arguments = arguments.clone();
    this.cache = settings.scratch().resolveSibling("crawl.aot").toAbsolutePath();
    this.clients = CrawlClient.all(settings.vigieOptions(), cache, Path.of("lab/peers"));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    CrawlBenchmark benchmark = new CrawlBenchmark(CrawlBenchmarkSettings.parse(args), args);
    benchmark.measureThroughput();
    benchmark.measureMemory();
    System.out.println(benchmark.report());
  }

  private void measureThroughput() throws IOException, InterruptedException {
    new WarmUp(settings.vigieOptions(), settings.scratch()).write(cache);
    try (SiteProcess site = SiteProcess.start(settings.pages(), SITE_SEED)) {
      ClientMeter meter = new ClientMeter(site, settings.scratch(), LIMIT);
      for (int round = 1; round <= settings.rounds(); round++) {
        for (CrawlClient client : clients) {
          if (settings.includes(client) && isInstalled(client)) {
            ClientRun run = meter.run(client, pages(client));
            tell("round " + round, run);
            runs.add(run);
          }
        }
        write(report());
      }
    }
  }

  /** The same number of pages fetched, while the crawl knows ever more URLs. */
  private void measureMemory() throws IOException, InterruptedException {
    if (settings.memoryPages() == 0) {
      return;
    }
    for (int urls : KNOWN_URLS) {
      try (SiteProcess site = SiteProcess.start(urls, SITE_SEED)) {
        ClientMeter meter = new ClientMeter(site, settings.scratch(), LIMIT);
        ClientRun run = meter.run(clients.getFirst(), settings.memoryPages());
        tell(urls + " URLs", run);
        long known = Math.min(urls, AdvertSite.LINKS * run.served().pages() + 1);
        memoryRuns.add(new MemoryRun(known, run));
      }
    }
    write(report());
  }

  private String report() {
    return BenchmarkReport.markdown(settings, arguments, clients, runs, memoryRuns);
  }

  /** After each round, so that a run which is stopped leaves what it found. */
  private void write(String report) throws IOException {
    Files.createDirectories(settings.table().toAbsolutePath().getParent());
    new BenchmarkPage(settings.table()).put(BenchmarkReport.TITLE, report.lines().toList());
  }

  private int pages(CrawlClient client) {
    return client.isPeer() ? Math.min(settings.peerPages(), settings.pages()) : settings.pages();
  }

  private static boolean isInstalled(CrawlClient client) {
    if (!client.isInstalled()) {
      System.err.printf(Locale.ROOT, "%s is not here; type: %s%n", client.name(), client.remedy());
    }
    return client.isInstalled();
  }

  private static void tell(String what, ClientRun run) {
    System.err.printf(
        Locale.ROOT,
        "%s: %s %d pages (%d sent), %.1f CPU s, %.1f s, %.0f pages per CPU-second, second half %.0f, %.0f MiB%n",
        what,
        run.client(),
        run.served().pages(),
        run.served().sent(),
        run.cpu().toMillis() / 1000.0,
        run.wall().toMillis() / 1000.0,
        run.pagesPerCpuSecond(),
        run.secondHalfPagesPerCpuSecond(),
        run.peakMib());
  }
}
