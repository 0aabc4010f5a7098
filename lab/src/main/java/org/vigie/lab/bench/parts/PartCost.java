package org.vigie.lab.bench.parts;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a part costs one thread for one advert.
 *
 * @param micros CPU time in microseconds
 * @param kilobytes memory allocated, in units of 1,000 bytes
 */
public record PartCost(double micros, double kilobytes) {
  /** More than any part costs: the start of a search for the least. */
  static final PartCost MOST = new PartCost(Double.MAX_VALUE, Double.MAX_VALUE);

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Runs a step once.
   *
   * @param adverts how many adverts a run of it is for
   */
  public static PartCost of(int adverts, Runnable step) {
    long bytes = THREAD.getCurrentThreadAllocatedBytes();
    long nanos = THREAD.getCurrentThreadCpuTime();
    step.run();
    nanos = THREAD.getCurrentThreadCpuTime() - nanos;
    bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
    return new PartCost(nanos / 1e3 / adverts, bytes / 1e3 / adverts);
  }

  PartCost least(PartCost other) {
    return new PartCost(Math.min(micros, other.micros), Math.min(kilobytes, other.kilobytes));
  }
}
