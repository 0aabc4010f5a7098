package org.vigie.lab.bench.fasttext;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;

/** CPU time of this thread. */
final class CpuTime {
  private static final int ROUNDS = 6;

  private CpuTime() {}

  /**
   * Returns the microseconds that a step takes for one text once warm, the least of some rounds.
   */
  static double micros(List<String> texts, Consumer<String> step) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      texts.forEach(step);
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least / 1e3 / texts.size();
  }
}
