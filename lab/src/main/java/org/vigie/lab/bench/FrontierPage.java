package org.vigie.lab.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** The Markdown page about the frontier's figures, with the command that made them. */
final class FrontierPage {
  private FrontierPage() {}

  /**
   * @param sizes as they were given
   * @param rows what was found, the smallest frontier first
   */
  static String markdown(List<String> sizes, List<FrontierRow> rows) {
    StringBuilder page = new StringBuilder("# The frontier as it grows\n\n");
    page.append("Measured by `bench/frontier ").append(String.join(" ", sizes)).append("`.\n\n");
    page.append(
        String.format(
            Locale.ROOT,
            """
            The frontier alone, without requests. URLs of 5,000 hosts come in no order; each size is filled up from the one before, the last
            tenth of what is added is measured, and then 4,000 URLs that are taken and committed, sixteen at a time, each with %d links that
            are known. CPU is that of the whole process, the rewriting of files in the background and the compiling of Java included. A machine
            that does other work at the same time makes all CPU times longer: take the ratios, to the first row. Java %d, %d processors, load
            average %.0f at the end.

            | known URLs | adding one, µs | ratio | taking one and committing it, µs | ratio | live heap, MiB | on disk, MiB |
            |---:|---:|---:|---:|---:|---:|---:|
            """,
            FrontierScale.LINKS,
            Runtime.version().feature(),
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    for (FrontierRow row : rows) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %,d | %.1f | %.2f | %.0f | %.2f | %d | %,d |\n",
              row.known(),
              row.addMicros(),
              row.addMicros() / rows.getFirst().addMicros(),
              row.takeMicros(),
              row.takeMicros() / rows.getFirst().takeMicros(),
              row.heapMib(),
              row.diskMib()));
    }
    return page.toString();
  }
}
