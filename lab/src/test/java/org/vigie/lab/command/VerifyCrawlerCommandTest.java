package org.vigie.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import picocli.CommandLine;

class VerifyCrawlerCommandTest {
  @TempDir Path folder;

  @Test
  void endsWellIfEveryPromiseIsKept() {
    Here here = Here.in(folder);

    assertThat(run(here, "--runs", "3", "--only", "kept")).isZero();
    assertThat(here.out()).contains("kept", "holds", "things: 3").doesNotContain("does not hold");
  }

  @Test
  void saysWhichPromiseIsNotKeptAndEndsInEight() {
    Here here = Here.in(folder);

    assertThat(run(here, "--runs", "3")).isEqualTo(8);
    assertThat(here.out()).contains("does not hold", "broken: 3 things were lost");
  }

  @Test
  void replacesTheRowsOfItsOwnChecksInATable() throws Exception {
    Path table = folder.resolve("table.md");

    run(Here.in(folder), "--runs", "3", "--table", "table.md");
    run(Here.in(folder), "--runs", "5", "--only", "kept", "--table", "table.md");

    assertThat(Files.readString(table))
        .startsWith("# ")
        .contains("| kept |", "things: 5", "| 5/2026 |", "| broken |")
        .doesNotContain("things: 3; ")
        .containsOnlyOnce("| kept |");
  }

  private static int run(Here here, String... words) {
    return new CommandLine(
            new VerifyCrawlerCommand(
                here.environment(), List.of(counting("kept", true), counting("broken", false))))
        .execute(words);
  }

  private static Check counting(String name, boolean kept) {
    return new Check() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String promise() {
        return "nothing is lost";
      }

      @Override
      public Tally run(Effort effort, Path folder, Watcher watcher) {
        Tally tally = new Tally();
        tally.count("things", effort.runs());
        tally.require(kept, "%d things were lost", effort.runs());
        return tally;
      }
    };
  }
}
