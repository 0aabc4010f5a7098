package org.vigie.lab.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientMeterTest {
  private static final int PAGES = 40;

  @TempDir private Path folder;
  private SiteProcess site;
  private ClientMeter meter;

  @BeforeEach
  void start() throws IOException {
    site = SiteProcess.start(PAGES, 7);
    meter = new ClientMeter(site, folder.resolve("scratch"), Duration.ofMinutes(2));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void tellsWhatVigieUsedForEachPageOfTheSite() throws Exception {
    CrawlClient vigie =
        CrawlClient.all(List.of("-Xmx128m", "-XX:+UseSerialGC"), folder, folder).getFirst();

    ClientRun run = meter.run(vigie, PAGES);

    assertThat(run.served()).isEqualTo(new Served(PAGES, PAGES, 1));
    // Other units would be a thousand times off.
    assertThat(run.cpu()).isBetween(Duration.ofMillis(100), Duration.ofMinutes(5));
    assertThat(run.peakMib()).isBetween(30.0, 4_000.0);
    assertThat(run.samples()).isNotEmpty();
  }

  @Test
  void refusesAClientThatFetchesNothing() {
    CrawlClient idle =
        new CrawlClient(
            "idle", "", Path.of("/bin/true"), "", true, (seed, pages, f) -> List.of("/bin/true"));

    assertThatThrownBy(() -> meter.run(idle, PAGES))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("idle must fetch pages and robots.txt, but the server sent");
  }

  @Test
  void countsTheProcessorTimeOfAChildAndNotItsSleep() throws Exception {
    long before = ProcessUse.endedChildrenCpuMillis();
    new ProcessBuilder("/bin/sleep", "2").start().waitFor();
    long slept = ProcessUse.endedChildrenCpuMillis();
    new ProcessBuilder("/bin/sh", "-c", "i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done")
        .start()
        .waitFor();
    long worked = ProcessUse.endedChildrenCpuMillis();

    assertThat(slept - before).isLessThan(1_000);
    assertThat(worked - slept).isGreaterThan(50);
  }
}
