package org.vigie.lab.bench.crawl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.lab.page.BenchmarkPage;

/** The section about a benchmark's figures, with the command that made them. */
final class BenchmarkReport {
  static final String TITLE = "The crawler beside its peers";

  private BenchmarkReport() {}

  static String markdown(
      CrawlBenchmarkSettings settings,
      String[] args,
      List<CrawlClient> clients,
      List<ClientRun> runs,
      List<MemoryRun> memory) {
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(
            Locale.ROOT,
            "`%s`. One site on 127.0.0.1 in a process of its own: %,d pages of %,d bytes with %d links each; delays off, robots.txt obeyed."
                + " CPU is that of each client's process from start to end; pages are the different ones that the server sent. Rounds, all"
                + " clients in turn: %d; peers stop after %,d pages. The second half leaves out a client's start. %s Java options: Vigie"
                + " `%s`, crawler4j `-Xmx256m -XX:+UseSerialGC`. Warmed up: with what `./vigie warm-up` makes, from other pages.%n%n",
            command(args),
            settings.pages(),
            AdvertSite.PAGE_BYTES,
            AdvertSite.LINKS,
            rounds(runs),
            settings.peerPages(),
            BenchmarkPage.environment(),
            String.join(" ", settings.vigieOptions())));
    page.append(new ThroughputTable(clients, runs).markdown());
    if (!memory.isEmpty()) {
      page.append(memory(memory));
    }
    return page.toString();
  }

  /** Without where things were put, which changes no figure. */
  private static String command(String[] args) {
    return Stream.concat(
            Stream.of("lab/bench/crawler"),
            Arrays.stream(args)
                .filter(arg -> !arg.startsWith("--scratch=") && !arg.startsWith("--table=")))
        .collect(Collectors.joining(" "));
  }

  private static long rounds(List<ClientRun> runs) {
    return runs.stream()
        .collect(Collectors.groupingBy(ClientRun::client, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static String memory(List<MemoryRun> memory) {
    StringBuilder table =
        new StringBuilder("\nVigie's memory as the known URLs grow, over as many pages each:\n\n");
    table.append("|known URLs|pages fetched|peak RSS MiB|pages per CPU-second|\n");
    table.append("|---:|---:|---:|---:|\n");
    for (MemoryRun run : memory) {
      table.append(
          String.format(
              Locale.ROOT,
              "|%,d|%,d|%.0f|%.0f|%n",
              run.knownUrls(),
              run.run().served().pages(),
              run.run().peakMib(),
              run.run().pagesPerCpuSecond()));
    }
    return table.toString();
  }
}
