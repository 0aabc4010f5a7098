package org.vigie.lab.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientRunTest {
  private static final List<CrawlClient> CLIENTS =
      CrawlClient.all(List.of(), Path.of("none.aot"), Path.of("lab/peers"));

  @Test
  void tellsAClientThatWarmsUpFromOneThatIsSteady() {
    ClientRun run = run("Vigie", 1_000, 10, new Sample(100, 4_000), new Sample(500, 8_000));

    assertThat(run.pagesPerCpuSecond()).isCloseTo(100, within(1e-9));
    assertThat(run.secondHalfPagesPerCpuSecond()).isCloseTo(250, within(1e-9));
  }

  @Test
  void countsDifferentPagesAlone() {
    ClientRun run =
        new ClientRun(
            "Vigie", new Served(10, 20, 1), Duration.ofSeconds(1), Duration.ZERO, 1, List.of());

    assertThat(run.pagesPerCpuSecond()).isCloseTo(10, within(1e-9));
  }

  @Test
  void putsTheMedianBesideThoseOfTheOthers() {
    String table =
        new ThroughputTable(
                CLIENTS,
                List.of(
                    run("Vigie", 900, 1),
                    run("Vigie", 700, 1),
                    run("Vigie", 800, 1),
                    run("Scrapy", 40, 1),
                    run("Scrapy", 60, 1)))
            .markdown();

    assertThat(table)
        .contains("|Vigie|800|700, **800**, 900|800|16.0, 16.0|not run|1.0|2.0|1|")
        .contains("|Scrapy|50|40, **50**, 60|50|1.0, 1.0|not run|")
        .doesNotContain("wget");
  }

  private static ClientRun run(String client, long pages, int cpuSeconds, Sample... samples) {
    return new ClientRun(
        client,
        new Served(pages, pages, 1),
        Duration.ofSeconds(cpuSeconds),
        Duration.ofSeconds(2),
        1024,
        List.of(samples));
  }
}
