package org.vigie.crawler.shared;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a shared crawl has nothing left, for all processes.
 *
 * <p>The offset that the group has committed for a partition says up to where its owner had nothing
 * left to do; as a place to read on from it isn't used. If that is the end of the log for every
 * partition, all were idle at once: a URL under way anywhere would have moved an end since. A
 * process whose own seeds aren't in the log yet has them left, though nothing shows them. But for
 * {@link #seeded}, only used by the thread that reads the log.
 */
final class EndOfCrawl {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CrawlTopics topics;
  private final HostPartitions partitions;
  private volatile boolean seeded;
  private Map<TopicPartition, OffsetAndMetadata> marked = Map.of();

  EndOfCrawl(CrawlTopics topics, HostPartitions partitions) {
    this.topics = topics;
    this.partitions = partitions;
  }

  /** Keeps that the seeds of this process, if it has any, are in the log. */
  void seeded() {
    seeded = true;
  }

  /**
   * Says that this process has nothing left, and returns whether that holds for all; without saying
   * so, false before it is {@link #seeded}.
   *
   * @param owned its partitions, all read to the place where the consumer stands
   */
  boolean isReached(Consumer<?, ?> consumer, Set<Integer> owned)
      throws IOException, InterruptedException {
    if (!seeded) {
      return false;
    }
    try {
      mark(consumer, owned);
      Map<TopicPartition, OffsetAndMetadata> idle =
          consumer.committed(Set.copyOf(partitions.all()), PATIENCE);
      Map<TopicPartition, Long> ends = topics.ends(partitions.all());
      return partitions.all().stream().allMatch(each -> isAt(idle.get(each), ends.get(each)));
    } catch (CommitFailedException
        | RetriableCommitFailedException
        | RebalanceInProgressException
        | TimeoutException e) {
      return false; // asked again soon, when the group is divided or the transaction has ended
    }
  }

  private void mark(Consumer<?, ?> consumer, Set<Integer> owned) {
    Map<TopicPartition, OffsetAndMetadata> idle = new HashMap<>();
    for (int partition : owned) {
      TopicPartition each = partitions.at(partition);
      idle.put(each, new OffsetAndMetadata(consumer.position(each, PATIENCE)));
    }
    if (!idle.isEmpty() && !idle.equals(marked)) {
      consumer.commitSync(idle, PATIENCE);
      marked = idle;
    }
  }

  private static boolean isAt(@Nullable OffsetAndMetadata idle, @Nullable Long end) {
    return idle != null && end != null && idle.offset() == end;
  }
}
