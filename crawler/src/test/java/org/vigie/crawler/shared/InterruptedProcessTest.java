package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that stands still or is killed at the worst moment: each test has a crawl of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class InterruptedProcessTest extends CrawlByProcesses {
  @ParameterizedTest
  @Timeout(360)
  @ValueSource(strings = {"archive-synced:9", "events-written:14", "events-committed:14"})
  void archivesEachUrlOnceThoughKilledAt(String failpoint) throws Exception {
    try (ManyHosts hosts = new ManyHosts(4, 10)) {
      assertThat(start("p1", hosts, failpoint).await(LONG)).isEqualTo(137);
      assertThat(start("p1", hosts, "").await(LONG)).isZero();

      assertThat(tooSoon(hosts)).isEmpty();
      List<String> archived = archived();
      assertThat(archived).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(archived)).isEqualTo(hosts.all());
    }
  }

  @Test
  @Timeout(360)
  void commitsNothingOfAProcessThatWasFrozenWhileOthersTookOver() throws Exception {
    try (ManyHosts hosts = new ManyHosts(12, 16)) {
      CrawlProcess frozen = start("p1", hosts, "");
      awaitPages(hosts, "p1", 20);
      frozen.freeze();
      CrawlProcess other = start("p2", hosts, "");
      assertThat(other.await(LONG)).isZero();
      frozen.thaw();
      frozen.await(LONG);
      assertThat(start("p1", hosts, "").await(LONG)).isZero();

      List<String> archived = archived();
      assertThat(archived).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(archived)).isEqualTo(hosts.all());
    }
  }
}
