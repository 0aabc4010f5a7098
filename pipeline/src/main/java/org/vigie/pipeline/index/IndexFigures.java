package org.vigie.pipeline.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.pipeline.metric.StreamMetric;
import org.vigie.search.shard.ShardCounts;
import org.vigie.search.shard.ShardWriter;

/** What one writer tells of its shards. */
final class IndexFigures {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFigures.class);

  /** Clusters of a range of sizes; the last has no end. */
  private record Sizes(String label, long least, long most) {}

  private static final List<Sizes> SIZES =
      List.of(
          new Sizes("2-9", 2, 9),
          new Sizes("10-99", 10, 99),
          new Sizes("100-999", 100, 999),
          new Sizes("1000+", 1_000, Long.MAX_VALUE));

  /** What is counted in a shard. */
  private interface Figure {
    long in(ShardCounts shard) throws IOException;
  }

  private final Collection<ShardWriter> shards;
  private final AtomicLong committedAt = new AtomicLong();

  IndexFigures(MetricGroup operator, Collection<ShardWriter> shards) {
    this.shards = List.copyOf(shards);
    StreamMetric.ADVERTS_INDEXED.gauge(operator, () -> sum(ShardCounts::adverts));
    StreamMetric.INDEX_COMMITTED.gauge(operator, committedAt::get);
    for (Sizes sizes : SIZES) {
      StreamMetric.CLUSTERS.gauge(
          operator, sizes.label(), () -> sum(shard -> shard.clusters(sizes.least(), sizes.most())));
    }
  }

  void committed() {
    committedAt.set(System.currentTimeMillis() / 1_000);
  }

  /** One shard that can't be read must not take the other figures from the page. */
  private long sum(Figure figure) {
    long sum = 0;
    for (ShardWriter shard : shards) {
      try {
        sum += figure.in(shard.counts());
      } catch (IOException e) {
        LOG.warn("a shard can't be counted", e);
      }
    }
    return sum;
  }
}
