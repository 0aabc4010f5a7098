package org.vigie.lab.verify.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Checks;
import org.vigie.lab.verify.CiRun;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/**
 * The short version of {@code ./vigie verify pipeline}: runs are killed, stopped, and refused
 * beside one another. The other faults, once or twice, are {@code .ci/run}'s; hundreds of runs, and
 * so all places of a failpoint, are what that command is for.
 */
@Tag("end-to-end")
@Execution(ExecutionMode.CONCURRENT)
class StreamChecksTest {
  private static final Effort SHORT = new Effort(5, Long.getLong("vigie.seed", 7));
  private static final Path MODELS = Readme.project().resolve("models");
  private static final Undisturbed UNDISTURBED = new Undisturbed(MODELS);
  private static final List<Check> ALL = StreamChecks.all(MODELS, UNDISTURBED);

  @TempDir Path folder;

  /** All but those of {@code .ci/run}, and the cluster that {@code ClusterEndToEndTest} starts. */
  static List<String> names() throws IOException {
    Set<String> left = CiRun.verified("pipeline");
    return ALL.stream()
        .map(Check::name)
        .filter(name -> !left.contains(name) && !name.equals(ClusterKillCheck.NAME))
        .toList();
  }

  @Test
  void leavesToCiWhatRepeatsTheLongest() throws IOException {
    assertThat(CiRun.verified("pipeline"))
        .containsExactlyInAnyOrder("failpoint", "store", "zombie", "alert-share");
    assertThat(names()).containsExactly("kill", "stop", "second");
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(900)
  void keepsThePromise(String name) throws Exception {
    Check check = ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();

    CheckResult result = Checks.carryOut(check, SHORT, folder, (done, total) -> {});

    assertThat(result.violations()).as("%s: %s", name, result.counts()).isEmpty();
    assertThat(result.counts().get("index checks")).isPositive();
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @Test
  @Timeout(900)
  void countsARunThatEndsOtherwiseThanItMustAndGoesOnWithTheOthers() throws Exception {
    StreamCheck check = new Failing(UNDISTURBED);

    CheckResult result = Checks.carryOut(check, SHORT, folder, (done, total) -> {});

    assertThat(result.violations()).containsExactly("trial-0: it ended with 100 % of nothing");
    assertThat(result.counts()).containsEntry("fault runs", 2L);
  }

  /** Which kind of state a trial has is drawn first. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 7})
  void drawsEachTrialByItself(long seed) {
    long heads =
        IntStream.range(0, 200).filter(i -> StreamCheck.random(seed, i).nextInt(2) == 0).count();

    assertThat(heads).isBetween(70L, 130L);
  }

  @Test
  void tellsInWhichKindTwoRunsDiffer() {
    StreamFindings one = new StreamFindings(Map.of("alerts", Set.of("a", "b"), "x", Set.of("y")));
    StreamFindings other = new StreamFindings(Map.of("alerts", Set.of("b", "c"), "x", Set.of("y")));
    List<String> differences = new java.util.ArrayList<>();

    one.eachDifference(other, differences::add);

    assertThat(differences).containsExactly("alerts: 1 missing, 1 that must not be");
  }

  /** Its first run ends wrongly, its second well. */
  private static final class Failing extends StreamCheck {
    Failing(Undisturbed undisturbed) {
      super(undisturbed);
    }

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public String promise() {
      return "none";
    }

    @Override
    int trials(Effort effort) {
      return 2;
    }

    @Override
    void disturb(StreamTrial trial, int number, Random random, Tally tally)
        throws IOException, InterruptedException {
      if (number == 0) {
        throw new IOException("it ended with 100 % of nothing");
      }
      // It is run to its end once the other half of the adverts is handed in.
    }
  }
}
