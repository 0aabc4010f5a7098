package org.vigie.lab.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir Path folder;

  @Test
  void callsARatioWorseOnceItsMedianIsMoreThanAQuarterAboveTheBaseline() {
    Baseline baseline = new Baseline(Map.of("run", 2.0, "search", 4.0, "show", 1.0));

    assertThat(
            baseline.worse(
                List.of(
                    Ratio.exactly("run", 2.5),
                    Ratio.exactly("show", 0.5),
                    new Ratio("search", 5.1, 3.0, 9.0))))
        .containsExactly(
            "search must be at most 1.25 times 4.000, its baseline, but is 5.100 (3.000 to 9.000)");
  }

  @Test
  void takesNoNoisyRoundForWorse() {
    double[] ours = {2, 9, 2};
    double[] others = {1, 1, 1};

    Ratio ratio = Ratio.of("run", ours, others);

    assertThat(ratio).isEqualTo(new Ratio("run", 2, 2, 9));
    assertThat(new Baseline(Map.of("run", 2.0)).worse(List.of(ratio))).isEmpty();
  }

  @Test
  void comparesCostsOfTheSameRound() {
    // Twice as slow a machine in the second round changes no ratio.
    assertThat(Ratio.of("run", new double[] {3, 6}, new double[] {1, 2}))
        .isEqualTo(new Ratio("run", 3, 3, 3));
  }

  @Test
  void needsACostOfBothSidesForEachRound() {
    assertThatThrownBy(() -> Ratio.of("run", new double[] {1, 2}, new double[] {1}))
        .hasMessage("run needs a cost of both sides for each round, but has 2 and 1");
  }

  @Test
  void letsPassWhatTheBaselineDoesNotKnow() {
    assertThat(new Baseline(Map.of()).worse(List.of(Ratio.exactly("new", 100)))).isEmpty();
  }

  @Test
  void isReadAsItWasWrittenAndKeepsWhatWasNotMeasured() throws Exception {
    Path file = folder.resolve("baseline.tsv");
    Baseline before = new Baseline(Map.of("run", 2.0, "alerts", 3.0));

    Baseline.of(List.of(Ratio.exactly("run", 1.5))).write(file, before);

    assertThat(Files.readAllLines(file)).containsExactly("alerts\t3.000", "run\t1.500");
    assertThat(Baseline.read(file)).isEqualTo(new Baseline(Map.of("run", 1.5, "alerts", 3.0)));
  }

  @Test
  void isEmptyWithoutAFile() throws Exception {
    assertThat(Baseline.read(folder.resolve("none.tsv"))).isEqualTo(new Baseline(Map.of()));
  }

  @Test
  void refusesALineThatHoldsNoRatio() throws Exception {
    for (String line : List.of("run", "run\tfast", "run\t0", "run\t-1", "run\t1\t2", "run\tNaN")) {
      Path file = Files.write(folder.resolve("baseline.tsv"), List.of("show\t1", line));

      assertThatThrownBy(() -> Baseline.read(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(file + ":2 needs a name, a tab and a number above 0, but is: " + line);
    }
  }
}
