package org.vigie.lab.bench.crawl;

import java.time.Duration;
import java.util.List;

/**
 * What one client did on the site, from its start as a process to its end.
 *
 * @param client its name
 * @param served what the server sent it
 * @param cpu user and system time
 * @param wall time that passed
 * @param peakKib most memory resident, in KiB
 * @param samples how far it was, several times a second
 */
record ClientRun(
    String client, Served served, Duration cpu, Duration wall, long peakKib, List<Sample> samples) {
  ClientRun {
    samples = List.copyOf(samples);
  }

  /** Returns different pages per CPU-second over the whole run, the client's start included. */
  double pagesPerCpuSecond() {
    return perSecond(served.pages(), cpu.toMillis());
  }

  /**
   * Returns different pages per CPU-second from the moment when half of them were fetched.
   *
   * <p>Beside {@link #pagesPerCpuSecond} it shows whether the rate is steady: far above it, the run
   * is too short for the client; far below it, the client slows down as it goes.
   */
  double secondHalfPagesPerCpuSecond() {
    long half = served.pages() / 2;
    for (Sample sample : samples) {
      if (sample.pages() >= half) {
        return perSecond(served.pages() - sample.pages(), cpu.toMillis() - sample.cpuMillis());
      }
    }
    return pagesPerCpuSecond();
  }

  double peakMib() {
    return peakKib / 1024.0;
  }

  private static double perSecond(long pages, long millis) {
    return pages * 1000.0 / Math.max(1, millis);
  }
}
