package org.vigie.lab.bench.crawl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How to measure.
 *
 * @param pages pages of the site, and most pages that Vigie fetches
 * @param peerPages most pages that the others fetch: they are slow; fewer favour Vigie, since
 *     crawler4j warms up too
 * @param rounds times that all clients run, in turn
 * @param memoryPages pages fetched of sites with 30,000 and 300,000 URLs to compare the memory
 * @param clients names to run, by their beginnings; empty for all
 * @param vigieOptions options of Vigie's Java
 * @param scratch folder for what the clients keep
 * @param table Markdown file to write
 */
record CrawlBenchmarkSettings(
    int pages,
    int peerPages,
    int rounds,
    int memoryPages,
    List<String> clients,
    List<String> vigieOptions,
    Path scratch,
    Path table) {
  /**
   * What {@code ./vigie crawl} gives Java, so that what is measured is what a user gets. What a JDK
   * needs to be quiet is {@link CrawlClient}'s to add.
   */
  static final List<String> LAUNCHER_OPTIONS =
      List.of(
          "-Xmx1536m",
          "-XX:+UseSerialGC",
          "-Xmn16m",
          "-XX:MaxInlineLevel=6",
          "-XX:InlineSmallCode=1000",
          "-XX:FreqInlineSize=150",
          "-Dlog4j2.contextSelector="
              + "org.apache.logging.log4j.core.selector.BasicContextSelector");

  CrawlBenchmarkSettings {
    requirePositive("pages", pages);
    requirePositive("peer-pages", peerPages);
    requirePositive("rounds", rounds);
    if (memoryPages < 0) {
      throw new IllegalArgumentException(
          "memory-pages must not be negative, but was " + memoryPages);
    }
    clients = List.copyOf(clients);
    vigieOptions = List.copyOf(vigieOptions);
  }

  static CrawlBenchmarkSettings defaults() {
    return new CrawlBenchmarkSettings(
        30_000,
        10_000,
        3,
        3_000,
        List.of(),
        LAUNCHER_OPTIONS,
        Path.of("lab/target/crawl"),
        Path.of("lab/target/benchmarks-crawler.md"));
  }

  /** Reads {@code --name=value} arguments; what isn't named keeps its default. */
  static CrawlBenchmarkSettings parse(String[] args) {
    CrawlBenchmarkSettings defaults = defaults();
    Map<String, String> given = new TreeMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("an argument must be --name=value, but was " + arg);
      }
      given.put(arg.substring(2, equals), arg.substring(equals + 1));
    }
    CrawlBenchmarkSettings settings =
        new CrawlBenchmarkSettings(
            number(given.remove("pages"), defaults.pages),
            number(given.remove("peer-pages"), defaults.peerPages),
            number(given.remove("rounds"), defaults.rounds),
            number(given.remove("memory-pages"), defaults.memoryPages),
            list(given.remove("clients"), ",", defaults.clients),
            list(given.remove("vigie-options"), " ", defaults.vigieOptions),
            path(given.remove("scratch"), defaults.scratch),
            path(given.remove("table"), defaults.table));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments: " + given.keySet());
    }
    return settings;
  }

  /** Returns whether a client is to run. */
  boolean includes(CrawlClient client) {
    return clients.isEmpty()
        || clients.stream().anyMatch(beginning -> client.name().startsWith(beginning));
  }

  private static int number(@Nullable String given, int otherwise) {
    return given == null ? otherwise : Integer.parseInt(given);
  }

  private static Path path(@Nullable String given, Path otherwise) {
    return given == null ? otherwise : Path.of(given);
  }

  private static List<String> list(
      @Nullable String given, String separator, List<String> otherwise) {
    if (given == null) {
      return otherwise;
    }
    List<String> parts = new ArrayList<>(List.of(given.split(separator)));
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but was " + value);
    }
  }
}
