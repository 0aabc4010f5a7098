package org.vigie.crawler.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

/**
 * The brokers of a Kafka cluster with what its clients must know to log in there.
 *
 * @param settings of the clients, {@code bootstrap.servers} among them
 */
public record KafkaAccess(Map<String, String> settings) {
  /** The setting that names the brokers. */
  public static final String BROKERS = CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;

  /** A cluster in order answers within a second; one whose first broker is down, within a few. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public KafkaAccess {
    settings = Map.copyOf(settings);
    if (!settings.containsKey(BROKERS)) {
      throw new IllegalArgumentException("kafka must say " + BROKERS + ", but does not");
    }
  }

  /**
   * Returns access that needs no login.
   *
   * @param brokers {@code HOST:PORT}, several with commas between
   */
  public static KafkaAccess of(String brokers) {
    return new KafkaAccess(Map.of(BROKERS, brokers));
  }

  /**
   * Returns access with further settings out of a properties file in UTF-8.
   *
   * @throws IllegalArgumentException if it names brokers too, or a setting that no client knows;
   *     the message names file and key
   */
  public static KafkaAccess read(String brokers, Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> settings = new HashMap<>();
    Set<String> known = known();
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (key.equals(BROKERS)) {
        throw new IllegalArgumentException(
            "%s: %s must be left out, since %s is already named".formatted(file, key, brokers));
      }
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "%s: %s is no setting of Kafka's clients".formatted(file, key));
      }
      settings.put(key, properties.getProperty(key));
    }
    settings.put(BROKERS, brokers);
    return new KafkaAccess(settings);
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(AdminClientConfig.configNames());
    known.addAll(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    return known;
  }

  /**
   * Returns when the cluster has answered.
   *
   * @throws IOException if it doesn't, refuses the login, or the settings can't be used
   */
  public void requireAnswer() throws IOException, InterruptedException {
    requireAnswer(PATIENCE);
  }

  /**
   * Returns when the cluster has answered and has a topic.
   *
   * @throws IOException if it doesn't answer, refuses the login, or has no such topic
   */
  public void requireTopic(String topic) throws IOException, InterruptedException {
    requireAnswer();
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(settings))) {
      admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (KafkaException | ExecutionException e) {
      throw noTopic(topic, reason(e), e);
    } catch (TimeoutException e) {
      throw noTopic(topic, "nobody says within " + PATIENCE.toSeconds() + " s", e);
    }
  }

  private IOException noTopic(String topic, String reason, Exception e) {
    return new IOException(
        "kafka:%s/%s must be a topic, but %s".formatted(settings.get(BROKERS), topic, reason), e);
  }

  void requireAnswer(Duration patience) throws IOException, InterruptedException {
    Map<String, Object> own = new HashMap<>(settings);
    own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis() / 2);
    try (Admin admin = Admin.create(own)) {
      try {
        admin.describeCluster().nodes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        admin.close(Duration.ZERO);
      }
    } catch (KafkaException | ExecutionException e) {
      throw unreachable(reason(e), e);
    } catch (TimeoutException e) {
      throw unreachable("it doesn't within " + patience.toSeconds() + " s", e);
    }
  }

  private IOException unreachable(String reason, Exception e) {
    return new IOException(
        "Kafka must answer at %s, but %s".formatted(settings.get(BROKERS), reason), e);
  }

  /** Returns what Kafka says of a failure, in one line. */
  public static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /** Leaves out all that may hold a password. */
  @Override
  public String toString() {
    return "KafkaAccess[" + settings.get(BROKERS) + "]";
  }
}
