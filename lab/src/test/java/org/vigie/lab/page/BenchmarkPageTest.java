package org.vigie.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkPageTest {
  @TempDir Path folder;

  @Test
  void replacesASectionThatIsMeasuredAnewAndLeavesTheOthers() throws Exception {
    Path file = folder.resolve("page.md");
    BenchmarkPage page = new BenchmarkPage(file);

    page.put("Memory", List.of("old"));
    page.put("Latency", List.of("12 ms"));
    page.put("Memory", List.of("new", "lines"));

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "# Benchmarks",
            "",
            "Each section is written by its command.",
            "",
            "## Memory",
            "",
            "new",
            "lines",
            "",
            "## Latency",
            "",
            "12 ms");
  }

  @Test
  void writesTheFirstRowAsTheNamesOfColumns() {
    assertThat(BenchmarkPage.table(List.of(List.of("what", "ms"), List.of("alert", "12"))))
        .containsExactly("|what|ms|", "|---|---:|", "|alert|12|");
  }
}
