package org.vigie.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.lab.load.SearchGoal;

/** {@code vigie bench console}, on an index that is filled in a moment. */
class BenchConsoleCommandTest {
  @TempDir Path folder;

  @Test
  void fillsAnIndexAndSaysHowLongPagesTook() {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();

    int exit =
        here.vigie(
            "bench",
            "console",
            "--folder=index",
            "--adverts=1000",
            "--analysts=4",
            "--think=50",
            "--seconds=4");

    assertThat(exit).as(here.err()).isZero();
    assertThat(here.out())
        .startsWith("1,000 adverts, 4 analysts")
        .containsPattern("\\| all searches \\| \\d+ \\|")
        .containsPattern("\\| all searches in Lucene alone \\| \\d+ \\|")
        .containsPattern("\\| advert \\| \\d+ \\|")
        .containsPattern("Searches, p50: [\\d.]+ ms, to be at most [\\d.]+ ms: m")
        .containsPattern("Searches, p95: [\\d.]+ ms, to be at most [\\d.]+ ms: m");
    assertThat(here.err()).contains("the index is filled; analysts work for 5 s");
  }

  @Test
  void aimsAtHalfAsMuchAgainAsLuceneTakesAndFifteenMilliseconds() {
    assertThat(SearchGoal.most(Duration.ofMillis(20))).isEqualTo(Duration.ofMillis(45));
  }

  @Test
  void leavesAFolderAloneThatHoldsSomething() throws Exception {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("index")).resolve("a"), "x");
    Here here = Here.in(folder).home(Readme.project());

    assertThat(here.vigie("bench", "console", "--folder=index")).isNotZero();

    assertThat(here.err()).contains("--folder must be absent or empty");
    assertThat(file).hasContent("x");
  }
}
