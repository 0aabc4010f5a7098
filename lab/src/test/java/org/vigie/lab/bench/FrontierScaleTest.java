package org.vigie.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontierScaleTest {
  @TempDir Path folder;

  @Test
  void measuresAFrontierOfEachSizeAndWritesThePageAboutIt() throws Exception {
    Path page = folder.resolve("page.md");

    FrontierScale.main(
        new String[] {folder.resolve("urls").toString(), "--table=" + page, "10000", "20000"});

    List<String> lines = Files.readAllLines(page);
    assertThat(lines)
        .contains("## The frontier as it grows")
        .anyMatch(line -> line.startsWith("`lab/bench/frontier 10000 20000`: "));
    List<String> rows = lines.stream().filter(line -> line.matches("\\|[0-9].*")).toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).matches("\\|10,000\\|[0-9.]+\\|1.00\\|[0-9]+\\|1.00\\|.*");
    assertThat(rows.getLast()).startsWith("|20,000|");
  }

  @Test
  void comparesEverySizeWithTheFirst() {
    List<FrontierRow> rows =
        List.of(
            new FrontierRow(100_000, 10, 200, 20, 40),
            new FrontierRow(1_000_000, 15, 300, 21, 400));

    assertThat(FrontierPage.lines(List.of("100000", "1000000"), rows))
        .endsWith("|100,000|10.0|1.00|200|1.00|20|40|", "|1,000,000|15.0|1.50|300|1.50|21|400|");
  }
}
