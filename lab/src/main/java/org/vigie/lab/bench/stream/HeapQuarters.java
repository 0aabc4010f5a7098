package org.vigie.lab.bench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sizes of the heap after collection, by quarters of a run.
 *
 * @param adverts how many the run reads in all
 * @param samples in the order in which they were taken
 */
record HeapQuarters(long adverts, List<Sample> samples) {
  private static final int QUARTERS = 4;

  /** Collections leave some percent more or less, as buffers happen to be full. */
  private static final double FLAT = 1.05;

  /**
   * One size.
   *
   * @param adverts read until then
   * @param mib heap after collection
   */
  record Sample(long adverts, long mib) {}

  HeapQuarters {
    samples = List.copyOf(samples);
  }

  /** Returns a row for each quarter beneath one that names the columns. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("quarter of the adverts", "collections", "median MiB", "most MiB"));
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      List<Long> sizes = of(quarter);
      rows.add(
          List.of(
              Integer.toString(quarter + 1),
              Integer.toString(sizes.size()),
              sizes.isEmpty() ? "-" : Long.toString(sizes.get(sizes.size() / 2)),
              sizes.isEmpty() ? "-" : Long.toString(sizes.getLast())));
    }
    return rows;
  }

  /** Says whether the last quarter needs more than the third. */
  String verdict() {
    List<Long> third = of(2);
    List<Long> fourth = of(3);
    if (third.isEmpty() || fourth.isEmpty()) {
      return "Too few collections to compare the third quarter with the fourth.";
    }
    double growth = (double) fourth.get(fourth.size() / 2) / third.get(third.size() / 2);
    return String.format(
        Locale.ROOT,
        "From the third quarter to the fourth the median is %.2f times: %s.",
        growth,
        growth <= FLAT ? "flat" : "not flat");
  }

  /** Returns the sizes of a quarter in ascending order. */
  private List<Long> of(int quarter) {
    return samples.stream()
        .filter(sample -> quarterOf(sample) == quarter)
        .map(Sample::mib)
        .sorted()
        .toList();
  }

  private long quarterOf(Sample sample) {
    return Math.min(QUARTERS - 1, (sample.adverts() - 1) * QUARTERS / adverts);
  }
}
