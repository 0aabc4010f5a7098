package org.vigie.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The short versions of {@code ./vigie verify crawler}, with {@link TimedChecksTest}; those that
 * repeat the longest are {@code .ci/run}'s.
 */
@Execution(ExecutionMode.CONCURRENT)
class ChecksTest {
  static final Effort SHORT = new Effort(4, Long.getLong("vigie.seed", 7));

  @TempDir Path folder;

  /** All that nothing beside them can disturb, but those of {@code .ci/run}. */
  static List<String> names() throws IOException {
    Set<String> left = CiRun.verified("crawler");
    return Checks.all().stream()
        .map(Check::name)
        .filter(name -> !left.contains(name) && !TimedChecksTest.NAMES.contains(name))
        .toList();
  }

  @Test
  void leavesToCiWhatRepeatsTheLongest() throws IOException {
    assertThat(CiRun.verified("crawler"))
        .containsExactlyInAnyOrder("pace", "failpoint", "hostile", "neighbours")
        .doesNotContainAnyElementsOf(TimedChecksTest.NAMES);
    assertThat(names()).containsExactly("forbidden-address", "kill", "robots-matcher");
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(900)
  void keepsThePromise(String name) throws Exception {
    CheckResult result = Checks.carryOut(check(name), SHORT, folder, (done, total) -> {});

    assertThat(result.violations()).as("%s: %s", name, result.counts()).isEmpty();
    assertThat(result.counts()).hasSizeGreaterThan(3);
    assertThat(folder.resolve(name)).doesNotExist();
  }

  @Test
  void keepsTheFolderOfACheckThatFindsAViolation() throws Exception {
    CheckResult result = Checks.carryOut(new Broken(), SHORT, folder, (done, total) -> {});

    assertThat(result.holds()).isFalse();
    assertThat(result.violations()).containsExactly("2 must be 3");
    assertThat(result.counts()).isEqualTo(Map.of("looked at", 1L));
    assertThat(folder.resolve("broken/trace")).exists();
  }

  @Test
  void reachesItsFullSizeAtTwoHundredRuns() {
    Effort full = new Effort(Effort.FULL_RUNS, 1);

    assertThat(full.robotsHosts()).isEqualTo(500);
    assertThat(full.paceHosts()).isEqualTo(500);
    assertThat(full.paceKills()).isEqualTo(10);
    assertThat(full.robotsPairs()).isEqualTo(200_000);
    assertThatThrownBy(() -> new Effort(0, 1)).hasMessage("runs must be at least 1, but was 0");
  }

  static Check check(String name) {
    return Checks.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static final class Broken implements Check {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String promise() {
      return "two is three";
    }

    @Override
    public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
      Files.writeString(folder.resolve("trace"), "x");
      Tally tally = new Tally();
      tally.count("looked at", 1);
      tally.require(false, "%d must be %d", 2, 3);
      return tally;
    }
  }
}
