package org.vigie.crawler.shared;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.vigie.crawler.kafka.KafkaAccess;

/**
 * How a process takes part in a crawl that it shares with others.
 *
 * @param name of the crawl, the same for all: its topics and its group are called after it
 * @param process name of this process, the same at each of its starts and no other's
 * @param partitions into how many parts the hosts are divided, the same for all and for good: no
 *     more processes than that have work
 * @param sessionTimeout how long a process that was killed is thought to be alive
 * @param handOver how long a process that must hand over hosts may take to end its requests there:
 *     longer than any request with its robots.txt
 * @param kafka settings of the Kafka clients: {@code bootstrap.servers} and how to log in there
 */
public record SharedCrawl(
    String name,
    String process,
    int partitions,
    Duration sessionTimeout,
    Duration handOver,
    Map<String, String> kafka) {
  private static final int MAX_NAME = 100;

  /** More would make each process keep many hosts in memory that have nothing in common. */
  private static final int MAX_PARTITIONS = 1_000;

  public SharedCrawl {
    requireName("name", name);
    requireName("process", process);
    if (partitions < 1 || partitions > MAX_PARTITIONS) {
      throw new IllegalArgumentException(
          "partitions must be in [1, " + MAX_PARTITIONS + "], but was " + partitions);
    }
    requirePositive("sessionTimeout", sessionTimeout);
    requirePositive("handOver", handOver);
    kafka = Map.copyOf(kafka);
    if (!kafka.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("kafka must say bootstrap.servers, but does not");
    }
  }

  /** Into how many parts hosts are divided unless told otherwise: enough for 48 processes. */
  public static final int USUAL_PARTITIONS = 48;

  /** A page may wait for its host's robots.txt, which may lead elsewhere five times. */
  private static final int REQUESTS_OF_A_PAGE = 8;

  /**
   * Returns a part in a crawl.
   *
   * @param requestTimeout longest time for one request
   */
  public static SharedCrawl of(
      String name, String process, int partitions, Duration requestTimeout, KafkaAccess kafka) {
    return new SharedCrawl(
        name,
        process,
        partitions,
        Duration.ofSeconds(15),
        requestTimeout.multipliedBy(REQUESTS_OF_A_PAGE),
        kafka.settings());
  }

  /** The topic that holds what was found and what came of it. */
  String urlsTopic() {
    return name + "-urls";
  }

  /** The topic that says how far each process's archive files are committed. */
  String archivesTopic() {
    return name + "-archives";
  }

  String group() {
    return name + "-crawl";
  }

  String transactionalId() {
    return name + "-" + process;
  }

  /** Returns settings of a client, those of the crawl first and then its own. */
  Map<String, Object> client(Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.putAll(own);
    return settings;
  }

  /** What Kafka allows in the name of a topic. */
  private static void requireName(String what, String value) {
    boolean allowed =
        !value.isEmpty()
            && value.length() <= MAX_NAME
            && value
                .chars()
                .allMatch(c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '.'
                        || c == '_'
                        || c == '-');
    if (!allowed) {
      throw new IllegalArgumentException(
          what + " must be up to 100 of A-Z a-z 0-9 . _ -, but was '" + value + "'");
    }
  }

  private static void requirePositive(String what, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(what + " must be positive, but was " + value);
    }
  }
}
