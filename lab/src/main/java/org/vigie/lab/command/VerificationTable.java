package org.vigie.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.lab.page.Prose;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Verification;

/** A Markdown file with a row for each check, the latest figures of each. */
final class VerificationTable {
  private static final Map<String, List<String>> ABOUT =
      Map.of(
          "crawler",
          List.of(
              "# What is promised of the crawler, put to the test",
              "Servers on loopback play the web, and count what they are asked. At `--runs 200` the"
                  + " checks have their full size."),
          "custody",
          List.of(
              "# What is promised of log, files, backups, budgets and the door, put to the test",
              "`--runs 1000` is the full size."),
          "exchange",
          List.of(
              "# What is promised of packages, formats, deconfliction and figures, put to the test",
              "`--runs 100` is the full size, for guessing and deconfliction-speed 1000."),
          "pipeline",
          List.of(
              "# What is promised of the stream, put to the test",
              "Runs over invented adverts, each process at a parallelism of 1, 2 or 4 by chance. What"
                  + " is found is compared to the last letter: adverts, clusters, contacts, networks,"
                  + " alerts, dead letters. Lucene's own check goes over the index after each fault."));

  private final Path file;
  private final String part;

  /**
   * @param part whose checks it shows
   */
  VerificationTable(Path file, String part) {
    this.file = file;
    this.part = part;
  }

  /** Puts rows in the place of those of the same checks, or at the end. */
  void put(Verification verification) throws IOException {
    List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : head());
    for (CheckResult result : verification.checks()) {
      String row = VerificationView.row(result, verification.runs(), verification.seed());
      int at = indexOf(lines, "| " + result.check() + " |");
      if (at >= 0) {
        lines.set(at, row);
      } else {
        lines.add(row);
      }
    }
    Files.write(file, lines);
  }

  private List<String> head() {
    List<String> about = ABOUT.getOrDefault(part, List.of("# " + part, ""));
    return Prose.wrapped(
        List.of(
            about.get(0),
            "",
            "Written by `./vigie verify %s --table FILE`, with `--only` one row.".formatted(part),
            about.get(1),
            "",
            "| check | what must hold | counted | violations | time | runs/seed |",
            "|---|---|---|---:|---:|---:|"));
  }

  private static int indexOf(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }
}
