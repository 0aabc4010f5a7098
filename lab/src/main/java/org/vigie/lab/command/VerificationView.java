package org.vigie.lab.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.cli.terminal.Table;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Verification;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** The figures of a verification as lines of text. */
public final class VerificationView {
  private static final int MOST_VIOLATIONS = 20;

  private VerificationView() {}

  public static List<String> lines(Verification verification) {
    Table table = new Table().row("CHECK", "VERDICT", "VIOLATIONS", "TIME", "COUNTED");
    for (CheckResult result : verification.checks()) {
      table.row(
          result.check(),
          verdict(result),
          String.valueOf(result.violations().size()),
          time(result.took()),
          counted(result));
    }
    List<String> lines = new ArrayList<>();
    lines.add("--runs %d --seed %d".formatted(verification.runs(), verification.seed()));
    lines.addAll(table.lines());
    for (CheckResult result : verification.checks()) {
      result.violations().stream()
          .limit(MOST_VIOLATIONS)
          .forEach(violation -> lines.add(SafeText.line(result.check() + ": " + violation)));
    }
    return lines;
  }

  /**
   * Returns a row of a Markdown table: it holds without violations; with the runs and the seed that
   * repeat it.
   */
  public static String row(CheckResult result, int runs, long seed) {
    return "| %s | %s | %s | %d | %s | %d/%d |"
        .formatted(
            result.check(),
            result.promise(),
            counted(result),
            result.violations().size(),
            time(result.took()),
            runs,
            seed);
  }

  private static String verdict(CheckResult result) {
    return result.holds() ? "holds" : "does not hold";
  }

  private static String counted(CheckResult result) {
    return result.counts().entrySet().stream()
        .map(count -> "%s: %s".formatted(count.getKey(), Words.number(count.getValue())))
        .collect(Collectors.joining("; "));
  }

  private static String time(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0);
  }
}
