package org.vigie.lab.bench.goals;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/**
 * How slow this machine is now: what one fixed loop takes, in units of the reference.
 *
 * @param factor above 1 where it takes longer than the reference; times are divided by it
 */
record MachineSpeed(double factor) {
  /** CPU that the loop took on the machine where it was first run, in milliseconds. */
  static final double REFERENCE_MILLIS = 250;

  private static final int STEPS = 40_000_000;
  private static final int TABLE = 1 << 18;
  private static final int ROUNDS = 7;

  /** Runs the loop some times, of which the cheapest counts. */
  static MachineSpeed measure() {
    int[] table = new SplittableRandom(1).ints(TABLE).toArray();
    double least = Double.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      sum += loop(table);
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      least = Math.min(least, took / 1e6);
    }
    if (sum == 0) {
      throw new IllegalStateException("the fixed loop must add up to something, but didn't");
    }
    return new MachineSpeed(least / REFERENCE_MILLIS);
  }

  /** Multiplies, branches and looks up in a table of a megabyte, as reading text does. */
  private static long loop(int[] table) {
    long state = 1;
    long sum = 0;
    for (int step = 0; step < STEPS; step++) {
      state = state * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
      int found = table[(int) (state >>> 46)];
      sum += (found & 1) == 0 ? found : -(found >> 3);
    }
    return sum;
  }

  /** Returns a time as the reference machine would have taken. */
  double of(double time) {
    return time / factor;
  }
}
