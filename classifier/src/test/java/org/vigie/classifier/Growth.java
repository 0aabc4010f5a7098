package org.vigie.classifier;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How the cost of work grows with what it is done on, in CPU time of this thread.
 *
 * <p>What disturbs a measurement only ever makes it longer. So the least of each is taken, by turns
 * so that what disturbs one disturbs both, and it is taken again until it holds or has had its
 * rounds: work that is not linear never holds, however often it is measured.
 */
public final class Growth {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * Returns how many times as long the second work takes as the first.
   *
   * @param most the ratio that ends the measuring, once {@code fewest} rounds are over
   * @param fewest rounds at least
   * @param rounds rounds at most
   */
  public static double of(Runnable once, Runnable twice, double most, int fewest, int rounds) {
    long least = Long.MAX_VALUE;
    long leastOfTwice = Long.MAX_VALUE;
    double ratio = Double.MAX_VALUE;
    for (int round = 0; round < rounds && (round < fewest || ratio > most); round++) {
      least = Math.min(least, cpuTime(once));
      leastOfTwice = Math.min(leastOfTwice, cpuTime(twice));
      ratio = (double) leastOfTwice / least;
    }
    return ratio;
  }

  /** Returns nanoseconds. */
  private static long cpuTime(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
