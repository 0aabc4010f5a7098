package org.vigie.crawler.shared;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The parts of a shared crawl that are this process's, as far as it knows. */
final class Ownership {
  private final HostPartitions partitions;
  private final Map<Integer, Long> owned = new HashMap<>();
  private @Nullable ConsumerGroupMetadata membership;

  Ownership(HostPartitions partitions) {
    this.partitions = partitions;
  }

  /**
   * What a transaction needs to show that this process is still the owner.
   *
   * @param read partition → how far it was read
   * @param membership in the group that divides the partitions
   */
  record Proof(Map<TopicPartition, OffsetAndMetadata> read, ConsumerGroupMetadata membership) {}

  synchronized void joined(ConsumerGroupMetadata metadata) {
    membership = metadata;
  }

  /** Keeps that a partition is this process's, and was read so far. */
  synchronized void own(int partition, long read) {
    owned.put(partition, read);
  }

  synchronized void drop(Collection<Integer> lost) {
    owned.keySet().removeAll(lost);
  }

  synchronized boolean owns(int partition) {
    return owned.containsKey(partition);
  }

  synchronized Set<Integer> owned() {
    return Set.copyOf(owned.keySet());
  }

  /** Returns whether a host belongs to one of some partitions. */
  Predicate<String> hostsOf(Set<Integer> some) {
    return host -> some.contains(partitions.of(host));
  }

  /**
   * Returns the proof for some partitions.
   *
   * @throws IOException if one of them is no longer this process's
   */
  synchronized Proof proof(Set<Integer> some) throws IOException {
    Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    for (int partition : some) {
      Long position = owned.get(partition);
      if (position == null) {
        throw new IOException(
            "%s must be this process's until a page of it is committed, but was lost to another"
                .formatted(partitions.at(partition)));
      }
      read.put(partitions.at(partition), new OffsetAndMetadata(position));
    }
    ConsumerGroupMetadata known = membership;
    if (known == null) {
      throw new IllegalStateException("an owner must be a member of the group, but is not");
    }
    return new Proof(read, known);
  }
}
