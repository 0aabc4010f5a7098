package org.vigie.lab.bench.crawl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A crawler to be measured.
 *
 * @param name as the table calls it
 * @param setting what is on and what is off, for the reader of the table
 * @param needed the file without which it can't run
 * @param remedy what to type if {@code needed} is absent
 * @param isPeer whether it is one to be measured beside, and not Vigie
 * @param command how to start it
 */
record CrawlClient(
    String name, String setting, Path needed, String remedy, boolean isPeer, Command command) {
  /** Requests at a time. On one host, Vigie has one under way whatever this is. */
  private static final String THREADS = "4";

  static final String VIGIE = "Vigie";
  static final String WARMED_UP = VIGIE + ", warmed up";
  static final String READING = VIGIE + ", reading adverts";
  static final String CRAWLER4J = "crawler4j 4.4.0";
  static final String SCRAPY = "Scrapy";

  /** How a client is started on a site, for a number of pages, with an empty folder of its own. */
  @FunctionalInterface
  interface Command {
    List<String> on(String seed, int pages, Path folder);
  }

  boolean isInstalled() {
    return Files.exists(needed);
  }

  /**
   * Returns all clients.
   *
   * @param vigieOptions options of Vigie's Java
   * @param cache what Vigie's Java learned from {@link WarmUp}, for the clients that have it
   * @param peers the folder {@code bench/peers}
   */
  static List<CrawlClient> all(List<String> vigieOptions, Path cache, Path peers) {
    Path java = Path.of(Java.EXECUTABLE);
    List<String> warm = new ArrayList<>(vigieOptions);
    warm.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable"));
    String setting = "robots; frontier durable; WARC, fsynced";
    String reading = ", and each page's adverts read";
    return List.of(
        vigie(VIGIE, setting, java, vigieOptions, "false"),
        vigie(WARMED_UP, "the same, with the cache of `./vigie warm-up`", cache, warm, "false"),
        vigie(READING, "the same without the cache" + reading, java, vigieOptions, "true"),
        vigie(READING + ", warmed up", "the same with the cache" + reading, cache, warm, "true"),
        crawler4j(
            CRAWLER4J, "robots; frontier not durable (as shipped); nothing kept", peers, "false"),
        crawler4j(
            CRAWLER4J + ", resumable", "robots; frontier durable; nothing kept", peers, "true"),
        scrapy(peers),
        wget());
  }

  private static CrawlClient vigie(
      String name, String setting, Path needed, List<String> options, String readsAdverts) {
    return new CrawlClient(
        name,
        setting,
        needed,
        "a JDK " + WarmUp.OLDEST + " or newer",
        false,
        (seed, pages, folder) ->
            vigie(options, seed, pages, folder.resolve("captures"), readsAdverts));
  }

  /**
   * Returns the command that starts Vigie's client.
   *
   * @param readsAdverts "true", "false", or "both" for one crawl after the other
   */
  static List<String> vigie(
      List<String> options, String seed, int pages, Path captures, String readsAdverts) {
    return java(
        options,
        Java.CLASS_PATH,
        VigieClient.class.getName(),
        seed,
        Integer.toString(pages),
        captures.toString(),
        THREADS,
        readsAdverts);
  }

  private static CrawlClient crawler4j(String name, String setting, Path peers, String durable) {
    Path target = peers.resolve("crawler4j/target");
    return new CrawlClient(
        name,
        setting,
        target.resolve("classes/peers/PlainCrawler4j.class"),
        "mvn -f bench/peers/crawler4j/pom.xml process-classes",
        true,
        (seed, pages, folder) ->
            java(
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "peers.PlainCrawler4j",
                seed,
                Integer.toString(pages),
                folder.resolve("frontier").toString(),
                THREADS,
                durable));
  }

  private static CrawlClient scrapy(Path peers) {
    return new CrawlClient(
        SCRAPY,
        "robots; frontier durable (JOBDIR); pages to files",
        Path.of("/usr/bin/scrapy"),
        "apt-get install python3-scrapy",
        true,
        (seed, pages, folder) ->
            List.of(
                "/usr/bin/scrapy",
                "runspider",
                peers.resolve("scrapy/adverts.py").toString(),
                "-a",
                "seed=" + seed,
                "-a",
                "folder=" + folder.resolve("pages"),
                "-s",
                "JOBDIR=" + folder.resolve("job"),
                "-s",
                "CLOSESPIDER_PAGECOUNT=" + pages));
  }

  /** It counts bytes, not pages: the quota stops it after the page that exceeds it. */
  private static CrawlClient wget() {
    return new CrawlClient(
        "wget -r",
        "robots; frontier in memory; pages to files",
        Path.of("/usr/bin/wget"),
        "apt-get install wget",
        true,
        (seed, pages, folder) ->
            List.of(
                "/usr/bin/wget",
                "-q",
                "-r",
                "-l",
                "inf",
                "-Q",
                Long.toString((long) pages * AdvertSite.PAGE_BYTES - 1),
                "-P",
                folder.toString(),
                seed));
  }

  private static List<String> java(
      List<String> options, String classPath, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Java.EXECUTABLE);
    if (Java.FEATURE >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(args));
    return command;
  }
}
