package org.vigie.classifier;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How the cost of work grows with what it is done on, in CPU time of this thread.
 *
 * <p>It is measured over three doublings: what a machine's caches add where a text no longer fits
 * into one of them then counts once, and what is not linear counts each time.
 *
 * <p>What disturbs a measurement only ever makes it longer. So the least of each is taken, by turns
 * so that what disturbs one disturbs both, and it is taken again until it holds or has had its
 * rounds: work that is not linear never holds, however often it is measured.
 */
public final class Growth {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * Returns how many times as long work takes on twice as much.
   *
   * @param eighth the work on an eighth of the whole
   * @param most the growth that ends the measuring, once {@code fewest} rounds are over
   * @param fewest rounds at least
   * @param rounds rounds at most
   */
  public static double perDoubling(
      Runnable eighth, Runnable whole, double most, int fewest, int rounds) {
    long leastOfEighth = Long.MAX_VALUE;
    long leastOfWhole = Long.MAX_VALUE;
    double growth = Double.MAX_VALUE;
    for (int round = 0; round < rounds && (round < fewest || growth > most); round++) {
      leastOfEighth = Math.min(leastOfEighth, cpuTime(eighth));
      leastOfWhole = Math.min(leastOfWhole, cpuTime(whole));
      growth = Math.cbrt((double) leastOfWhole / leastOfEighth);
    }
    return growth;
  }

  /** Returns nanoseconds. */
  private static long cpuTime(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
