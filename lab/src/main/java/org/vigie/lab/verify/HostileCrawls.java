package org.vigie.lab.verify;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlReport;
import org.vigie.world.hostile.HostileBehaviour;

/**
 * Crawls of hostile hosts, one each, in a process whose heap is a small one: a host that takes more
 * than its share of memory ends them all.
 */
final class HostileCrawls {
  private static final int CRAWLS_AT_A_TIME = 6;

  /**
   * What became of one crawl.
   *
   * @param name of the behaviour
   * @param millis how long it took
   * @param outcomes outcome → URLs
   * @param damaged WARC entries that can't be read back, by their kind
   */
  record Result(String name, long millis, Map<String, Long> outcomes, Map<String, Long> damaged) {
    static Result parse(String line) {
      String[] fields = line.split("\t", -1);
      return new Result(fields[0], Long.parseLong(fields[1]), counts(fields[2]), counts(fields[3]));
    }

    String line() {
      return name + '\t' + millis + '\t' + text(outcomes) + '\t' + text(damaged);
    }

    private static String text(Map<String, Long> counts) {
      StringBuilder text = new StringBuilder();
      counts.forEach((key, count) -> text.append(key).append('=').append(count).append(' '));
      return text.toString();
    }

    private static Map<String, Long> counts(String text) {
      Map<String, Long> counts = new TreeMap<>();
      for (String pair : text.split(" ")) {
        if (!pair.isEmpty()) {
          int at = pair.indexOf('=');
          counts.put(pair.substring(0, at), Long.parseLong(pair.substring(at + 1)));
        }
      }
      return counts;
    }
  }

  private HostileCrawls() {}

  /**
   * @param arguments a folder to work in; a file with a line for each host: name, seed, name of the
   *     host, what the name service answers for it, parted by tabs; and a file for the results
   */
  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<Callable<Result>> crawls = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] fields = line.split("\t", -1);
      shakeHands(fields);
      crawls.add(() -> crawl(folder.resolve(fields[0]), fields));
    }
    List<String> lines = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CRAWLS_AT_A_TIME)) {
      for (var result : threads.invokeAll(crawls)) {
        lines.add(result.get().line());
      }
    }
    Files.write(Path.of(arguments[2]), lines);
  }

  /** The first handshakes of a process are slow, at both ends; they are not what is looked at. */
  private static void shakeHands(String... fields) throws Exception {
    if (fields[0].equals("tls-valid") || fields[0].equals("tls-expired")) {
      SSLSocketFactory sockets = SSLContext.getDefault().getSocketFactory();
      try (Socket socket = sockets.createSocket(fields[3], URI.create(fields[1]).getPort())) {
        ((SSLSocket) socket).startHandshake();
      } catch (SSLException e) {
        return; // as it should be for one of them
      }
    }
  }

  private static Result crawl(Path folder, String... fields) throws Exception {
    CrawlConfig config = config(Map.of(fields[2], fields[3]));
    long start = System.nanoTime();
    CrawlReport report =
        new Crawl(config, LoopbackCrawl.MANDATE, folder, Clock.systemUTC())
            .run(List.of(URI.create(fields[1])), progress -> {});
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return new Result(fields[0], millis, new TreeMap<>(report.outcomes()), damaged(folder));
  }

  private static CrawlConfig config(Map<String, String> names) {
    return new CrawlConfig(
        "Vigie/0.1 (verify)",
        Duration.ofMillis(1),
        HostileBehaviour.REQUEST,
        60,
        16,
        1 << 20,
        4,
        new CrawlConfig.LocalWeb(true, names));
  }

  /** Returns what can't be read back from a folder of WARC files, by its kind. */
  private static Map<String, Long> damaged(Path folder) throws IOException {
    Map<String, Long> damaged = new TreeMap<>();
    if (!Files.exists(folder)) {
      return damaged;
    }
    try (Stream<Path> warcs = Files.list(folder)) {
      for (Path warc : warcs.toList()) {
        try (WarcReader reader = WarcReader.open(warc, 1 << 20)) {
          WarcEntry entry;
          while ((entry = reader.next()) != null) {
            if (entry instanceof WarcEntry.Unreadable unreadable) {
              damaged.merge(unreadable.kind(), 1L, Long::sum);
            }
          }
        }
      }
    }
    return damaged;
  }
}
