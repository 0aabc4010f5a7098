package org.vigie.pipeline;

import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.graph.StreamingJobGraphGenerator;

/**
 * The memory for records on their way between the threads of a job in this process, told from its
 * graph: as much as all ways can use, while that is little; else what they can't start without.
 *
 * <p>All of it is taken at the start. At Flink's buffers of 32 KiB and a fixed 64 MiB a run of one
 * advert had twice what its job could use, and one with eight instances of each step not enough.
 *
 * @see <a
 *     href="https://nightlies.apache.org/flink/flink-docs-release-2.0/docs/deployment/memory/network_mem_tuning/">Flink's
 *     network memory tuning</a>
 */
final class NetworkMemory {
  /** Octets of a buffer: several adverts of some thousand characters each. */
  static final int BUFFER = 16 << 10;

  /** Buffers of each channel's own; Flink's default at either end. */
  private static final long OF_CHANNEL = 2;

  /** Further buffers for all channels of one instance together; Flink's default at either end. */
  private static final long FLOATING = 8;

  /** Above this, ways get only what they can't start without. */
  private static final long LITTLE = 64L << 20;

  private NetworkMemory() {}

  /** Returns what a job needs at {@link #BUFFER} octets a buffer. */
  static MemorySize of(StreamGraph graph) {
    long usable = 1;
    long needed = 1;
    for (StreamNode step : graph.getStreamNodes()) {
      for (StreamEdge way : step.getOutEdges()) {
        if (!StreamingJobGraphGenerator.isChainable(way, graph)) {
          long from = step.getParallelism();
          long to = graph.getStreamNode(way.getTargetId()).getParallelism();
          long channels = way.getPartitioner().isPointwise() ? Math.max(from, to) : from * to;
          usable += 2 * OF_CHANNEL * channels + FLOATING * (from + to);
          needed += (OF_CHANNEL + 1) * channels + from + to; // a writer has one each and one more
        }
      }
    }
    return new MemorySize(Math.min(usable * BUFFER, Math.max(LITTLE, needed * BUFFER)));
  }
}
