package org.vigie.lab.bench.crawl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The runs of a benchmark as Markdown: rates with their spread, and ratios to the peers. */
final class ThroughputTable {
  private final List<CrawlClient> clients;
  private final Map<String, List<ClientRun>> runs;

  ThroughputTable(List<CrawlClient> clients, List<ClientRun> runs) {
    this.clients = clients;
    this.runs = runs.stream().collect(Collectors.groupingBy(ClientRun::client));
  }

  String markdown() {
    StringBuilder table = new StringBuilder();
    table.append(
        """
        |client|pages a run|pages per CPU-second: least, median, most|in the second half: median\
        |beside Scrapy: all, second half|beside crawler4j: all, second half\
        |CPU s|wall s|peak RSS MiB|what is on|
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---|
        """);
    for (CrawlClient client : clients) {
      List<ClientRun> ofClient = runs.getOrDefault(client.name(), List.of());
      if (!ofClient.isEmpty()) {
        table.append(row(client, ofClient));
      }
    }
    return table.toString();
  }

  private String row(CrawlClient client, List<ClientRun> ofClient) {
    return String.format(
        Locale.ROOT,
        "|%s|%,.0f|%.0f, **%.0f**, %.0f|%.0f|%s|%s|%.1f|%.1f|%.0f|%s|%n",
        client.name(),
        median(ofClient, run -> run.served().pages()),
        at(ofClient, ClientRun::pagesPerCpuSecond, 0),
        median(ofClient, ClientRun::pagesPerCpuSecond),
        at(ofClient, ClientRun::pagesPerCpuSecond, ofClient.size() - 1),
        median(ofClient, ClientRun::secondHalfPagesPerCpuSecond),
        ratios(ofClient, CrawlClient.SCRAPY),
        ratios(ofClient, CrawlClient.CRAWLER4J),
        median(ofClient, run -> run.cpu().toMillis() / 1000.0),
        median(ofClient, run -> run.wall().toMillis() / 1000.0),
        at(ofClient, ClientRun::peakMib, ofClient.size() - 1),
        client.setting());
  }

  /** Returns how many times the peer's rate this one is, over all pages and the second halves. */
  private String ratios(List<ClientRun> ofClient, String peer) {
    List<ClientRun> ofPeer = runs.getOrDefault(peer, List.of());
    return ofPeer.isEmpty()
        ? "not run"
        : String.format(
            Locale.ROOT,
            "%.1f, %.1f",
            ratio(ofClient, ofPeer, ClientRun::pagesPerCpuSecond),
            ratio(ofClient, ofPeer, ClientRun::secondHalfPagesPerCpuSecond));
  }

  private static double ratio(
      List<ClientRun> runs, List<ClientRun> others, ToDoubleFunction<ClientRun> rate) {
    return median(runs, rate) / median(others, rate);
  }

  private static double median(List<ClientRun> runs, ToDoubleFunction<ClientRun> figure) {
    return (at(runs, figure, (runs.size() - 1) / 2) + at(runs, figure, runs.size() / 2)) / 2;
  }

  private static double at(List<ClientRun> runs, ToDoubleFunction<ClientRun> figure, int rank) {
    return runs.stream().mapToDouble(figure).sorted().toArray()[rank];
  }
}
