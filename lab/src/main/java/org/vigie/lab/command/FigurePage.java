package org.vigie.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page of figures in Markdown, as {@code --table} writes it. */
final class FigurePage {
  private static final Pattern BETWEEN = Pattern.compile(" *\\| *");

  private FigurePage() {}

  /**
   * Writes a page in the place of what stands there.
   *
   * @param about lines that say which command wrote it and what the figures mean
   * @param figures the lines of its tables
   */
  static void write(Path file, String heading, List<String> about, List<String> figures)
      throws IOException {
    List<String> page = new ArrayList<>(List.of("# " + heading, ""));
    page.addAll(about);
    page.add("");
    figures.forEach(line -> page.add(narrow(line)));
    Files.write(file, page);
  }

  /** Cells without blanks around them, which no reader of the page sees. */
  private static String narrow(String line) {
    return line.startsWith("|") ? BETWEEN.matcher(line.strip()).replaceAll("|") : line;
  }
}
