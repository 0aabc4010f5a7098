package org.vigie.pipeline.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the stream reads and writes, on a Kafka cluster of the unit. */
public final class StreamTopics {
  /** A captured page is longer than the 1 MiB that a broker takes unless told otherwise. */
  private static final int MAX_MESSAGE_BYTES = 16 << 20;

  private final Map<String, Object> access;

  /**
   * @param access how to reach the brokers, in the words of Kafka's clients
   */
  public StreamTopics(Map<String, String> access) {
    this.access = new HashMap<>(access);
  }

  /**
   * Makes those that aren't there. Topics that are there stay as they are.
   *
   * @param partitions of the topics that are read; those that are written have one
   * @param replicas copies of each
   * @return the names of those that were made
   * @throws IOException if the brokers don't answer or refuse
   */
  public List<String> make(int partitions, short replicas)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(access)) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>();
      for (NewTopic topic : topics(partitions, replicas)) {
        if (!there.contains(topic.name())) {
          missing.add(topic);
        }
      }
      admin.createTopics(missing).all().get();
      return missing.stream().map(NewTopic::name).toList();
    } catch (ExecutionException e) {
      throw new IOException("Kafka must make the topics, but: " + e.getCause(), e);
    }
  }

  private static List<NewTopic> topics(int partitions, short replicas) {
    Map<String, String> compacted = Map.of("cleanup.policy", "compact");
    return List.of(
        new NewTopic("adverts", partitions, replicas),
        new NewTopic("captures", partitions, replicas)
            .configs(Map.of("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES))),
        // By key, so that each alert and dead letter is kept once.
        new NewTopic("alerts", 1, replicas).configs(compacted),
        new NewTopic("dead-letters", 1, replicas).configs(compacted));
  }
}
