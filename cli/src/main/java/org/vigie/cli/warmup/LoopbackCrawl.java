package org.vigie.cli.warmup;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.vigie.advert.Mandate;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlReport;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.process.SharedClasses;

/**
 * A crawl of hosts on this machine in a process of its own, which can be killed: for measurements.
 *
 * <p>Its plan lies in a file beside the captures, so the same call takes it up again.
 */
public final class LoopbackCrawl {
  private static final String PLAN = "plan.properties";
  private static final String CAPTURES = "captures";
  private static final String OUTCOMES = "outcomes.properties";
  private static final String HOST = "host.";
  private static final String SEED = "seed.";

  /** Of no authority: loopback hosts are nobody's. */
  public static final Mandate MANDATE =
      new Mandate(
          "none: loopback hosts alone",
          "none",
          "measurement",
          "loopback",
          "none",
          Instant.parse("2100-01-01T00:00:00Z"));

  private LoopbackCrawl() {}

  /**
   * Starts a crawl, or starts it again.
   *
   * @param folder where its plan, captures and output lie
   * @param config has to open loopback; its hosts are all there is
   * @throws IllegalArgumentException if a host isn't on loopback
   */
  public static Process start(Path folder, CrawlConfig config, List<URI> seeds) throws IOException {
    return start(folder, config, seeds, "");
  }

  /**
   * Starts a crawl, or starts it again, to end at a place between two steps of durability.
   *
   * @param failpoint a {@link Failpoint#SETTING}, or empty
   */
  public static Process start(Path folder, CrawlConfig config, List<URI> seeds, String failpoint)
      throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(OUTCOMES));
    try (Writer plan = Files.newBufferedWriter(folder.resolve(PLAN))) {
      plan(config, seeds).store(plan, null);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-D" + Failpoint.SETTING + "=" + failpoint);
    command.addAll(SharedClasses.options(LoopbackCrawl.class));
    command.addAll(List.of(LoopbackCrawl.class.getName(), folder.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "output.txt")))
        .start();
  }

  /** Returns the folder that holds the captures. */
  public static Path captures(Path folder) {
    return folder.resolve(CAPTURES);
  }

  /**
   * Returns outcome → URLs, as the crawl reported that was started last.
   *
   * @throws IOException if it hasn't ended by itself
   */
  public static Map<String, Long> outcomes(Path folder) throws IOException {
    Properties outcomes = new Properties();
    try (Reader file = Files.newBufferedReader(folder.resolve(OUTCOMES))) {
      outcomes.load(file);
    }
    Map<String, Long> counts = new TreeMap<>();
    for (String outcome : outcomes.stringPropertyNames()) {
      counts.put(outcome, Long.valueOf(outcomes.getProperty(outcome)));
    }
    return counts;
  }

  private static void keepOutcomes(Path folder, CrawlReport report) throws IOException {
    Properties outcomes = new Properties();
    report.outcomes().forEach((outcome, count) -> outcomes.setProperty(outcome, count.toString()));
    try (Writer file = Files.newBufferedWriter(folder.resolve(OUTCOMES))) {
      outcomes.store(file, null);
    }
  }

  /** Crawls by the plan in a folder until nothing is left. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Properties plan = new Properties();
    try (Reader file = Files.newBufferedReader(folder.resolve(PLAN))) {
      plan.load(file);
    }
    List<URI> seeds = new ArrayList<>();
    for (int i = 0; plan.containsKey(SEED + i); i++) {
      seeds.add(URI.create(plan.getProperty(SEED + i)));
    }
    keepOutcomes(
        folder,
        new Crawl(config(plan), MANDATE, captures(folder), Clock.systemUTC())
            .run(seeds, progress -> {}));
  }

  private static Properties plan(CrawlConfig config, List<URI> seeds) {
    Properties plan = new Properties();
    plan.setProperty("user-agent", config.userAgent());
    plan.setProperty("host-delay", config.hostDelay().toString());
    plan.setProperty("request-timeout", config.requestTimeout().toString());
    plan.setProperty("max-pages", String.valueOf(config.maxPages()));
    plan.setProperty("max-depth", String.valueOf(config.maxDepth()));
    plan.setProperty("max-body-bytes", String.valueOf(config.maxBodyBytes()));
    plan.setProperty("threads", String.valueOf(config.threads()));
    config
        .localWeb()
        .hosts()
        .forEach((host, address) -> plan.setProperty(HOST + host, onLoopback(address)));
    for (int i = 0; i < seeds.size(); i++) {
      plan.setProperty(SEED + i, seeds.get(i).toString());
    }
    return plan;
  }

  private static CrawlConfig config(Properties plan) {
    Map<String, String> hosts = new HashMap<>();
    for (String key : plan.stringPropertyNames()) {
      if (key.startsWith(HOST)) {
        hosts.put(key.substring(HOST.length()), onLoopback(plan.getProperty(key)));
      }
    }
    return new CrawlConfig(
        plan.getProperty("user-agent"),
        Duration.parse(plan.getProperty("host-delay")),
        Duration.parse(plan.getProperty("request-timeout")),
        Integer.parseInt(plan.getProperty("max-pages")),
        Integer.parseInt(plan.getProperty("max-depth")),
        Long.parseLong(plan.getProperty("max-body-bytes")),
        Integer.parseInt(plan.getProperty("threads")),
        new CrawlConfig.LocalWeb(true, hosts));
  }

  private static String onLoopback(String address) {
    if (!address.startsWith("127.")) {
      throw new IllegalArgumentException(
          "a host of a measurement must be in 127.0.0.0/8, but was at " + address);
    }
    return address;
  }
}
