package org.vigie.crawler.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.crawler.kafka.KafkaAccess;

class SharedCrawlConfigTest {
  private static final KafkaAccess KAFKA = KafkaAccess.of("kafka.example.org:9092");

  @Test
  void hasPartsForManyProcesses() {
    assertThat(SharedCrawl.of("unit-7", "crawler-1", 48, Duration.ofSeconds(30), KAFKA))
        .isEqualTo(
            new SharedCrawl(
                "unit-7",
                "crawler-1",
                48,
                Duration.ofSeconds(15),
                Duration.ofMinutes(4),
                Map.of("bootstrap.servers", "kafka.example.org:9092")));
  }

  @Test
  void refusesANameThatNoTopicCanHave() {
    assertThatThrownBy(
            () -> SharedCrawl.of("unit 7", "crawler-1", 48, Duration.ofSeconds(30), KAFKA))
        .hasMessage("name must be up to 100 of A-Z a-z 0-9 . _ -, but was 'unit 7'");
  }

  @Test
  void refusesToBeWithoutABroker() {
    assertThatThrownBy(() ->
            new SharedCrawl("a", "b", 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Map.of()))
        .hasMessage("kafka must say bootstrap.servers, but does not");
  }

  @Test
  void dividesHostsAsTheirChecksumSays() {
    HostPartitions partitions = new HostPartitions("urls", 48);

    // CRC-32 of "example.org" is 2690200287: any other client must come to the same.
    assertThat(partitions.of("example.org")).isEqualTo((int) (2690200287L % 48));
  }
}
