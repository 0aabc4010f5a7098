package org.vigie.lab.bench.crawl;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.lab.page.Prose;

/** The Markdown page about a benchmark's figures, with the command that made them. */
final class BenchmarkReport {
  private BenchmarkReport() {}

  static String markdown(
      CrawlBenchmarkSettings settings,
      String[] args,
      List<CrawlClient> clients,
      List<ClientRun> runs,
      List<MemoryRun> memory) {
    StringBuilder page = new StringBuilder("# The crawler beside its peers\n\n");
    page.append("Measured by `").append(command(args)).append("`.\n\n");
    page.append(
        String.format(
            Locale.ROOT,
            """
            One site on 127.0.0.1, served by a process of its own: %,d pages of %,d bytes with %d links each. Delays are off, robots.txt
            is obeyed. Each client is a process; what counts is its CPU time, user and system, from its start to its end, as the kernel
            tells it, and the different pages that the server sent it. Rounds, each of all clients in turn: %d. The peers stop after
            %,d pages. The rate over all pages holds a client's start; that over the second half of its pages doesn't, so where clients
            fetch different numbers of pages the second is the fairer comparison, and the two side by side show how steady a rate is.
            A machine that does other work at the same time makes all CPU times longer: take the ratios. Java %d, %d processors,
            load average %.0f at the end;
            Vigie's Java has `%s`, crawler4j's `-Xmx256m -XX:+UseSerialGC`. Where Vigie is warmed up, its Java has a cache
            of classes and profiles (JEP 514, 515) from a crawl of other pages, made before as `./vigie warm-up` makes it; all other clients run as
            shipped.

            """,
            settings.pages(),
            AdvertSite.PAGE_BYTES,
            AdvertSite.LINKS,
            rounds(runs),
            settings.peerPages(),
            Java.FEATURE,
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            String.join(" ", settings.vigieOptions())));
    page.append(new ThroughputTable(clients, runs).markdown());
    if (!memory.isEmpty()) {
      page.append(memory(memory));
    }
    return Prose.wrapped(page.toString());
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
    table.append("| known URLs | pages fetched | peak RSS MiB | pages per CPU-second |\n");
    table.append("|---:|---:|---:|---:|\n");
    for (MemoryRun run : memory) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %,d | %,d | %.0f | %.0f |%n",
              run.knownUrls(),
              run.run().served().pages(),
              run.run().peakMib(),
              run.run().pagesPerCpuSecond()));
    }
    return table.toString();
  }
}
