package org.vigie.lab.page;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Markdown page of figures with a section a measurement, each replaced when it is made anew. */
public final class BenchmarkPage {
  private static final String SECTION = "## ";

  private final Path file;

  public BenchmarkPage(Path file) {
    this.file = file;
  }

  /**
   * Puts the tables of a file into a section.
   *
   * @param args the page, the title, what to say before, the file
   */
  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>(List.of(args[2] + ". " + environment(), ""));
    for (String line : Files.readAllLines(Path.of(args[3]))) {
      if (line.startsWith("|")) {
        lines.add(line.replace(" | ", "|").replace("| ", "|").replace(" |", "|"));
      }
    }
    new BenchmarkPage(Path.of(args[0])).put(args[1], lines);
  }

  /**
   * Puts a section in place of that of the same title, or else at the end.
   *
   * @param title without a line break
   * @param lines of Markdown, none of which begins a section
   */
  public void put(String title, List<String> lines) throws IOException {
    List<String> page =
        new ArrayList<>(
            Files.exists(file)
                ? Files.readAllLines(file)
                : List.of("# Benchmarks", "", "Each section is written by its command."));
    int from = page.indexOf(SECTION + title);
    if (from < 0) {
      from = page.size();
      page.add("");
      from++;
    } else {
      int to = from + 1;
      while (to < page.size() && !page.get(to).startsWith(SECTION)) {
        to++;
      }
      page.subList(from, to).clear();
    }
    List<String> section = new ArrayList<>(List.of(SECTION + title, ""));
    section.addAll(Prose.wrapped(lines));
    if (from < page.size()) {
      section.add("");
    }
    page.addAll(from, section);
    Files.write(file, page);
  }

  /** Returns a table of which the first row names the columns. */
  public static List<String> table(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(row.stream().collect(Collectors.joining("|", "|", "|")));
      if (lines.size() == 1) {
        lines.add("|---" + "|---:".repeat(row.size() - 1) + "|");
      }
    }
    return lines;
  }

  /** Returns in one line what figures depend on beside the code. */
  public static String environment() {
    return String.format(
        Locale.ROOT,
        "Java %d, %d processors, load average %.1f at the end.",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
