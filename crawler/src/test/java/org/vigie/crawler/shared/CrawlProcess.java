package org.vigie.crawler.shared;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.pipeline.standalone.LoopbackBroker;

/** A process that takes part in a crawl of {@link ManyHosts} that it shares with others. */
final class CrawlProcess implements AutoCloseable {
  static final int THREADS = 4;
  static final Duration DELAY = Duration.ofMillis(400);
  private static final int MOST_TRIES = 9;

  private static final Mandate MANDATE = TestMandate.VALID;

  private final String name;
  private final Path captures;
  private final Path output;
  private final Process process;

  private CrawlProcess(String name, Path captures, Path output, Process process) {
    this.name = name;
    this.captures = captures;
    this.output = output;
    this.process = process;
  }

  /** Crawl, name, captures, broker, partitions, hosts, then the seeds. */
  public static void main(String[] args) throws Exception {
    SharedCrawl crawl =
        new SharedCrawl(
            args[0],
            args[1],
            Integer.parseInt(args[4]),
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Map.of("bootstrap.servers", args[3]));
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (" + args[1] + ")",
            DELAY,
            Duration.ofSeconds(5),
            100_000,
            100,
            1 << 20,
            THREADS,
            new CrawlConfig.LocalWeb(true, ManyHosts.addresses(Integer.parseInt(args[5]))));
    List<Seed> seeds =
        List.of(args).subList(6, args.length).stream().map(url -> Seed.of(url, MANDATE)).toList();
    Crawl run = new Crawl(config, MANDATE, Path.of(args[2]), Clock.systemUTC());
    FrontierLimits limits = FrontierLimits.of(config.maxPages(), THREADS, false);
    awaitAnswer(KafkaAccess.of(args[3]));
    try (SharedFrontier frontier =
        SharedFrontier.open(
            Crawl.frontierOf(Path.of(args[2])), crawl, DELAY, limits, Clock.systemUTC())) {
      Map<String, Long> outcomes =
          run.run(new CrawlPlan(seeds, false), frontier, progress -> {}).outcomes();
      System.out.println(new TreeMap<>(outcomes));
    }
  }

  /**
   * On a busy machine it takes longer than a crawl waits to load what asks for the first answer.
   */
  private static void awaitAnswer(KafkaAccess access) throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        access.requireAnswer();
        return;
      } catch (IOException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Starts a process.
   *
   * @param folder for what it keeps, under its name
   * @param failpoint where it ends as by a kill, or empty
   */
  static CrawlProcess start(
      String crawl,
      String name,
      Path folder,
      LoopbackBroker broker,
      int partitions,
      List<String> seeds,
      String failpoint)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path output = own.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dvigie.failpoint=" + failpoint);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CrawlProcess.class.getName());
    command.addAll(List.of(crawl, name));
    command.addAll(List.of(own.resolve("captures").toString(), broker.bootstrapServers()));
    command.addAll(List.of(Integer.toString(partitions), Integer.toString(seeds.size())));
    command.addAll(seeds);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    return new CrawlProcess(name, own.resolve("captures"), output, process);
  }

  String name() {
    return name;
  }

  Path captures() {
    return captures;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  /** Stops it where it is, as a machine does that has no time for it. */
  void freeze() throws Exception {
    signal("-STOP");
  }

  /** Lets it go on as if no time had passed. */
  void thaw() throws Exception {
    signal("-CONT");
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("a process must take signal " + name + ", but did not");
    }
  }

  /** Waits for the end and returns the exit code. */
  int await(Duration time) throws Exception {
    if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("process " + name + " must end, but goes on:\n" + output());
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
