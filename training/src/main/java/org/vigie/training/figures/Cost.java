package org.vigie.training.figures;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step costs one thread for one advert, once warm.
 *
 * @param micros CPU time in microseconds
 * @param kilobytes memory allocated, in units of 1,000 bytes
 */
record Cost(double micros, double kilobytes) {
  /** The compiler has seen each step often by then; the rounds go on until they are no cheaper. */
  private static final int ROUNDS = 30;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Measures steps by turns, so that what disturbs one disturbs all, and takes the least of each:
   * what disturbs only ever adds.
   *
   * @param adverts how many adverts a run of a step is for
   */
  static List<Cost> of(int adverts, List<Runnable> steps) {
    List<Cost> least = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int step = 0; step < steps.size(); step++) {
        Cost cost = of(adverts, steps.get(step));
        if (round == 0) {
          least.add(cost);
        } else {
          least.set(step, least.get(step).least(cost));
        }
      }
    }
    return least;
  }

  private static Cost of(int adverts, Runnable step) {
    long bytes = THREAD.getCurrentThreadAllocatedBytes();
    long nanos = THREAD.getCurrentThreadCpuTime();
    step.run();
    nanos = THREAD.getCurrentThreadCpuTime() - nanos;
    bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
    return new Cost(nanos / 1e3 / adverts, bytes / 1e3 / adverts);
  }

  private Cost least(Cost other) {
    return new Cost(Math.min(micros, other.micros), Math.min(kilobytes, other.kilobytes));
  }
}
