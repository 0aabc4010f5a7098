package org.vigie.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.lab.page.BenchmarkPage;

/** The section about the frontier's figures, with the command that made them. */
final class FrontierPage {
  static final String TITLE = "The frontier as it grows";

  private FrontierPage() {}

  /**
   * @param sizes as they were given
   * @param rows what was found, the smallest frontier first
   */
  static List<String> lines(List<String> sizes, List<FrontierRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "`lab/bench/frontier %s`: without requests, URLs of 5,000 hosts in no order. Adding is the last tenth of each size; then 4,000"
                + " URLs are taken and committed, sixteen at a time, each with %d links that are known. CPU of the whole process. %s",
            String.join(" ", sizes),
            FrontierScale.LINKS,
            BenchmarkPage.environment()));
    lines.add("");
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "known URLs",
            "adding one, µs",
            "ratio",
            "taking one and committing it, µs",
            "ratio",
            "live heap, MiB",
            "on disk, MiB"));
    rows.forEach(row -> table.add(cells(row, rows.getFirst())));
    lines.addAll(BenchmarkPage.table(table));
    return lines;
  }

  private static List<String> cells(FrontierRow row, FrontierRow first) {
    return List.of(
        String.format(Locale.ROOT, "%,d", row.known()),
        String.format(Locale.ROOT, "%.1f", row.addMicros()),
        String.format(Locale.ROOT, "%.2f", row.addMicros() / first.addMicros()),
        String.format(Locale.ROOT, "%.0f", row.takeMicros()),
        String.format(Locale.ROOT, "%.2f", row.takeMicros() / first.takeMicros()),
        Long.toString(row.heapMib()),
        String.format(Locale.ROOT, "%,d", row.diskMib()));
  }
}
