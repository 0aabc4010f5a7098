package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.pipeline.standalone.LoopbackBroker;

/** A shared crawl over a broker that answers nobody who doesn't log in. */
class KafkaLoginTest {
  private static final String PASSWORD = "a-long-password";
  private static final Duration DELAY = Duration.ofMillis(1);
  private static final Mandate MANDATE = TestMandate.VALID;

  @TempDir static Path brokerFolder;
  private static LoopbackBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LoopbackBroker.startWithLogin(brokerFolder, "crawl", PASSWORD);
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @Test
  @Timeout(120)
  void crawlsOverABrokerWhoseLoginStandsInAFile() throws Exception {
    try (ManyHosts hosts = new ManyHosts(4, 10)) {
      KafkaAccess access = access(PASSWORD);
      access.requireAnswer();

      crawl(hosts, access);

      assertThat(
              hosts.requests().stream()
                  .filter(ManyHosts.Request::isPage)
                  .map(ManyHosts.Request::url))
          .containsExactlyInAnyOrderElementsOf(hosts.all());
    }
  }

  @Test
  @Timeout(60)
  void saysThatAWrongPasswordIsRefusedAndShowsNeitherThatNorTheRightOne() throws Exception {
    KafkaAccess wrong = access("wrong-password");

    assertThatThrownBy(wrong::requireAnswer)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "Kafka must answer at %s, but SaslAuthenticationException"
                .formatted(broker.bootstrapServers()))
        .hasMessageNotContaining("wrong-password")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  @Timeout(60)
  void isNotAnsweredWithoutALogin() {
    assertThatThrownBy(() -> KafkaAccess.of(broker.bootstrapServers()).requireAnswer())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Kafka must answer at ");
  }

  private KafkaAccess access(String password) throws IOException {
    String properties =
        LoopbackBroker.login("crawl", password).entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n"));
    return KafkaAccess.read(
        broker.bootstrapServers(),
        Files.writeString(folder.resolve("kafka.properties"), properties));
  }

  private void crawl(ManyHosts hosts, KafkaAccess access) throws Exception {
    Map<String, String> addresses = ManyHosts.addresses(hosts.seeds().size());
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            DELAY,
            Duration.ofSeconds(5),
            1_000,
            100,
            1 << 20,
            4,
            new CrawlConfig.LocalWeb(true, addresses));
    SharedCrawl shared = SharedCrawl.of("login", "p1", 2, Duration.ofSeconds(5), access);
    List<Seed> seeds = hosts.seeds().stream().map(url -> Seed.of(url, MANDATE)).toList();
    Path captures = folder.resolve("captures");
    try (SharedFrontier frontier =
        SharedFrontier.open(
            Crawl.frontierOf(captures),
            shared,
            DELAY,
            FrontierLimits.of(1_000, 4, false),
            Clock.systemUTC())) {
      new Crawl(config, MANDATE, captures, Clock.systemUTC())
          .run(new CrawlPlan(seeds, false), frontier, progress -> {});
    }
  }
}
