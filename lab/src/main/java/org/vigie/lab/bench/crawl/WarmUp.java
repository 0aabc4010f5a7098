package org.vigie.lab.bench.crawl;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.world.TrainingSite;

/**
 * What {@code ./vigie warm-up} does, for the benchmark's client: Vigie's Java keeps what it learns
 * from a crawl of other pages than those that are measured.
 */
final class WarmUp {
  /** The feature version since which a cache keeps profiles (JEP 515). */
  static final int OLDEST = 25;

  private static final int PAGES = 4_000;

  private final List<String> options;
  private final Path scratch;

  /**
   * @param options of Vigie's Java
   * @param scratch folder for what is crawled
   */
  WarmUp(List<String> options, Path scratch) {
    this.options = options;
    this.scratch = scratch;
  }

  /** Writes the cache; none if Java is too old for one. */
  void write(Path cache) throws IOException, InterruptedException {
    Files.deleteIfExists(cache);
    if (Java.FEATURE < OLDEST) {
      return;
    }
    Files.createDirectories(scratch);
    try (TrainingSite site = TrainingSite.open(PAGES)) {
      Path log = scratch.resolve("warm-up.log");
      int ended =
          new ProcessBuilder(command(cache, site))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(log.toFile()))
              .start()
              .waitFor();
      if (ended != 0 || !Files.exists(cache)) {
        throw new IOException("the warm-up must leave a cache, but left none; see " + log);
      }
    }
  }

  private List<String> command(Path cache, TrainingSite site) {
    List<String> training = new ArrayList<>(options);
    training.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:disable"));
    return CrawlClient.vigie(
        training, site.seed().toString(), PAGES, scratch.resolve("warm-up"), "both");
  }
}
