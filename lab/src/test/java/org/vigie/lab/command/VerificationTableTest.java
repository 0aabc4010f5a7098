package org.vigie.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Verification;

class VerificationTableTest {
  @TempDir Path folder;

  @Test
  void keepsTheRowsOfChecksThatDidNotRun() throws IOException {
    Path file = folder.resolve("table.md");
    VerificationTable table = new VerificationTable(file, "custody");
    table.put(verification(1000, 2026, result("tamper", 5)));
    table.put(verification(20, 2026, result("budget", 7)));

    table.put(verification(40, 7, result("tamper", 6)));

    assertThat(file).content().startsWith("# What is promised of log, files, backups");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.subList(lines.size() - 2, lines.size()))
        .containsExactly(
            "| tamper | it holds | found: 6 | 0 | 1.5 s | 40/7 |",
            "| budget | it holds | found: 7 | 0 | 1.5 s | 20/2026 |");
  }

  private static CheckResult result(String name, long found) {
    return new CheckResult(
        name, "it holds", Map.of("found", found), List.of(), Duration.ofMillis(1_500));
  }

  private static Verification verification(int runs, long seed, CheckResult result) {
    return new Verification(runs, seed, List.of(result));
  }
}
