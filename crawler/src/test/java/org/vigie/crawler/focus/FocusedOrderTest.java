package org.vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.crawler.InMemory;
import org.vigie.crawler.frontier.UrlRanking;
import org.vigie.world.DirectorySite;
import org.vigie.world.DirectorySpec;

@Timeout(600)
class FocusedOrderTest {
  private static final int SEEDS = 5;

  @TempDir(factory = InMemory.class)
  Path folder;

  /**
   * On sites of 5,000 pages, of which 250 are adverts: fetches until 200 of these are found. The
   * last site tells nothing but who links whom: there the order must not do harm.
   */
  @ParameterizedTest
  @CsvSource({"70, true, 0.33, 0.33", "0, true, 0.33, 0.4", "0, false, 0.75, 0.95"})
  void findsMostAdvertsInAFractionOfTheFetchesOfBreadthFirst(
      int anchorSignal, boolean plainAddresses, double mean, double worst) throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      DirectorySpec spec = new DirectorySpec(seed, 5_000, anchorSignal, plainAddresses);
      SimulatedCrawl crawl = new SimulatedCrawl(new DirectorySite(spec));
      int breadth = crawl.fetchesToFind(0.8, folder.resolve("b" + seed), s -> UrlRanking.asGiven());
      int focused = crawl.fetchesToFind(0.8, folder.resolve("f" + seed), LinkRanker::on);
      ratios.add((double) focused / breadth);
      System.out.printf(
          "anchors %d %%, plain addresses %s, seed %d: breadth-first %,d, focused %,d, ratio %.2f%n",
          anchorSignal, plainAddresses, seed, breadth, focused, ratios.getLast());
    }

    assertThat(ratios.stream().mapToDouble(r -> r).average().orElseThrow())
        .isLessThanOrEqualTo(mean);
    assertThat(ratios).allMatch(ratio -> ratio <= worst);
  }
}
