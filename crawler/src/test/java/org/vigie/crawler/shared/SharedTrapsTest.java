package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.crawler.frontier.Due;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.crawler.trap.TextFingerprint;
import org.vigie.crawler.trap.TrapConfig;
import org.vigie.crawler.trap.TrapDetector;
import org.vigie.crawler.trap.TrapDetector.Verdict;
import org.vigie.pipeline.standalone.LoopbackBroker;

/** A host that changes hands, with what its owner has found out about its calendar. */
class SharedTrapsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final TextFingerprint TEXT =
      TextFingerprint.of("nothing is planned for this day, come back another day");

  @TempDir static Path brokerFolder;
  private static LoopbackBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LoopbackBroker.start(brokerFolder);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.org, with-a-page",
    "https://a.example.org:8443, with-a-page-at-a-port"
  })
  @Timeout(120)
  void tellsTheNextOwnerWithTheNextPageWhatWasGivenUp(String site, String crawl) throws Exception {
    try (SharedFrontier first = open(crawl, "p1")) {
      first.seed(List.of(new Target(site + "/", 0, 0), new Target(site + "/advert", 0, 0)));
      Due due = Objects.requireNonNull(first.take());
      walkIntoTheCalendar(site, traps(first));
      first.commit(List.of(PageEnd.without(due.target(), "fetched")));
      assertThat(first.untoldTraps()).isEmpty();
    }

    assertThat(verdictOfTheNextOwner(site, crawl)).isEqualTo(Verdict.TRAP);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.org, at-its-end",
    "https://a.example.org:8443, at-its-end-at-a-port"
  })
  @Timeout(120)
  void tellsTheNextOwnerWhatItKeptAtItsEnd(String site, String crawl) throws Exception {
    try (SharedFrontier first = open(crawl, "p1")) {
      first.seed(List.of(new Target(site + "/", 0, 0), new Target(site + "/advert", 0, 0)));
      Due due = Objects.requireNonNull(first.take());
      first.commit(List.of(PageEnd.without(due.target(), "fetched")));
      walkIntoTheCalendar(site, traps(first));
    }

    assertThat(verdictOfTheNextOwner(site, crawl)).isEqualTo(Verdict.TRAP);
  }

  /** A URL is given out once all that stood in the log of its host was read. */
  private Verdict verdictOfTheNextOwner(String site, String crawl) throws Exception {
    try (SharedFrontier next = open(crawl, "p2")) {
      Due due = Objects.requireNonNull(next.take());
      next.retry(due.target());
      TrapDetector traps = traps(next);
      assertThat(traps.judge(site + "/advert")).isEqualTo(Verdict.ADMITTED);
      return traps.judge(site + "/day/99");
    }
  }

  private static void walkIntoTheCalendar(String site, TrapDetector traps) {
    for (int day = 1; traps.judge(site + "/day/" + day) == Verdict.ADMITTED; day++) {
      boolean looked = traps.wantsText(site + "/day/" + day);
      traps.fetched(site + "/day/" + day, looked ? TEXT : null);
    }
    traps.keep();
  }

  private static TrapDetector traps(SharedFrontier frontier) {
    return new TrapDetector(TrapConfig.defaults(), frontier.memory(TrapDetector.MEMORY), NOON);
  }

  private SharedFrontier open(String crawl, String process)
      throws IOException, InterruptedException {
    SharedCrawl shared =
        SharedCrawl.of(
            crawl, process, 2, Duration.ofSeconds(5), KafkaAccess.of(broker.bootstrapServers()));
    return SharedFrontier.open(
        folder.resolve(process),
        shared,
        Duration.ofMillis(1),
        FrontierLimits.of(1_000, 4, true),
        Clock.systemUTC());
  }
}
