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
 * rounds: work that is not linear never holds, however often it is measured. The eighth is worked
 * eight times for each measurement: one alone, as short as it is, finds a quiet moment where the
 * whole finds none.
 */
public final class Growth {
  private static final int EIGHTHS = 8;
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
    long leastOfEighths = Long.MAX_VALUE;
    long leastOfWhole = Long.MAX_VALUE;
    double growth = Double.MAX_VALUE;
    for (int round = 0; round < rounds && (round < fewest || growth > most); round++) {
      leastOfEighths = Math.min(leastOfEighths, cpuTime(eighth, EIGHTHS));
      leastOfWhole = Math.min(leastOfWhole, cpuTime(whole, 1));
      growth = Math.cbrt((double) EIGHTHS * leastOfWhole / leastOfEighths);
    }
    return growth;
  }

  /** Returns nanoseconds. */
  private static long cpuTime(Runnable work, int times) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int time = 0; time < times; time++) {
      work.run();
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
