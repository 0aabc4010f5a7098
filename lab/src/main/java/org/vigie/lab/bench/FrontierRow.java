package org.vigie.lab.bench;

import java.util.Locale;

/**
 * What a frontier of one size costs.
 *
 * @param known URLs that it knows
 * @param addMicros microseconds of CPU for a URL that is added
 * @param takeMicros microseconds of CPU for a URL that is taken and committed with its links
 * @param heapMib live heap
 * @param diskMib bytes of its files
 */
record FrontierRow(long known, double addMicros, double takeMicros, long heapMib, long diskMib) {
  static final String HEADING =
      String.format(
          Locale.ROOT,
          "%12s %14s %14s %12s %10s",
          "known URLs",
          "add, µs CPU",
          "take, µs CPU",
          "heap, MiB",
          "disk, MiB");

  /** Returns it as a line below the heading. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%,12d %14.1f %14.1f %12d %10d",
        known,
        addMicros,
        takeMicros,
        heapMib,
        diskMib);
  }
}
