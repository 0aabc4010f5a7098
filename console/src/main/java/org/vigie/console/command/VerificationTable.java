package org.vigie.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.console.render.VerificationView;
import org.vigie.console.verify.CheckResult;
import org.vigie.console.verify.Verification;

/** A Markdown file with a row for each check, the latest figures of each. */
final class VerificationTable {
  private static final List<String> HEAD =
      List.of(
          "# What is promised of the crawler, put to the test",
          "",
          "Written by `./vigie verify crawler --table FILE`, a row for each check; the command of the"
              + " last column repeats it.",
          "Servers on loopback play the web, and count what they are asked. At `--runs 200` the"
              + " checks have their full size.",
          "",
          "| check | what must hold | verdict | counted | violations | time | command |",
          "|---|---|---|---|---:|---:|---|");

  private final Path file;

  VerificationTable(Path file) {
    this.file = file;
  }

  /** Puts rows in the place of those of the same checks, or at the end. */
  void put(Verification verification) throws IOException {
    List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : HEAD);
    for (CheckResult result : verification.checks()) {
      String row = VerificationView.row(result, command(verification, result));
      int at = indexOf(lines, "| " + result.check() + " |");
      if (at >= 0) {
        lines.set(at, row);
      } else {
        lines.add(row);
      }
    }
    Files.write(file, lines);
  }

  private static String command(Verification verification, CheckResult result) {
    return "./vigie verify crawler --runs %d --seed %d --only %s"
        .formatted(verification.runs(), verification.seed(), result.check());
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
