package org.vigie.pipeline.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * What the steps of one job in this process have counted, read from their accumulators themselves.
 *
 * <p>Flink tells accumulators with its heartbeats, so whoever wants to know them twice a second
 * needs as many heartbeats, which cost a job that waits more than all else it does. Here they cost
 * nothing until somebody looks, and are never late.
 */
public final class LocalCounts implements AutoCloseable {
  /** Jobs whose counts somebody reads here; steps of others are known to Flink alone. */
  private static final Map<JobID, LocalCounts> READ = new ConcurrentHashMap<>();

  private final JobID job;
  private final Queue<Named> counters = new ConcurrentLinkedQueue<>();

  /** A counter of one instance of a step, which is alone in adding to it. */
  private record Named(String name, Accumulator<?, ?> counter) {}

  private LocalCounts(JobID job) {
    this.job = job;
  }

  /** Begins to note the counters of a job, before it starts. */
  public static LocalCounts of(JobID job) {
    LocalCounts counts = new LocalCounts(job);
    READ.put(job, counts);
    return counts;
  }

  /**
   * Makes a counter known to the job, and to whoever reads it here.
   *
   * @param context of the instance that counts
   * @param counter a {@link LongCounter} or {@link ReadableList}
   * @throws UnsupportedOperationException if the task has one of the name
   */
  public static void add(RuntimeContext context, String name, Accumulator<?, ?> counter) {
    context.addAccumulator(name, counter);
    LocalCounts counts = READ.get(context.getJobInfo().getJobId());
    if (counts != null) {
      counts.counters.add(new Named(name, counter));
    }
  }

  /**
   * Returns what was counted so far: name → sum ({@link Long}) or list over all instances. A name
   * is there once an instance has begun to work.
   */
  public Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    for (Named each : counters) {
      values.merge(each.name(), each.counter().getLocalValue(), LocalCounts::together);
    }
    return values;
  }

  private static Object together(Object one, Object other) {
    if (one instanceof Long left && other instanceof Long right) {
      return left + right;
    }
    List<Object> both = new ArrayList<>((List<?>) one);
    both.addAll((List<?>) other);
    return both;
  }

  /** Notes no more; what was counted can still be read. */
  @Override
  public void close() {
    READ.remove(job, this);
  }
}
