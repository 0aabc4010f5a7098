package org.vigie.crawler.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;

/**
 * The part of a crawl that each host belongs to.
 *
 * <p>CRC-32 of its name: whoever reads the log in another language can tell, too, and a Kafka
 * client with another default can't divide the hosts otherwise.
 *
 * @param topic the topic of the URLs
 * @param count how many parts there are
 */
record HostPartitions(String topic, int count) {
  int of(String host) {
    CRC32 crc = new CRC32();
    crc.update(host.getBytes(UTF_8));
    return (int) (crc.getValue() % count);
  }

  TopicPartition at(int partition) {
    return new TopicPartition(topic, partition);
  }

  List<TopicPartition> all() {
    List<TopicPartition> all = new ArrayList<>();
    for (int partition = 0; partition < count; partition++) {
      all.add(at(partition));
    }
    return all;
  }
}
