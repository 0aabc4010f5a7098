package org.vigie.console.verify.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.console.documents.Readme;
import org.vigie.console.verify.Check;
import org.vigie.console.verify.CheckResult;
import org.vigie.console.verify.Checks;
import org.vigie.console.verify.Effort;

/** The short version of {@code ./vigie verify pipeline}: ten fault runs. */
@Tag("end-to-end")
@Execution(ExecutionMode.CONCURRENT)
class StreamChecksTest {
  private static final Effort SHORT = new Effort(10, Long.getLong("vigie.seed", 7));
  private static final List<Check> ALL = StreamChecks.all(Readme.project().resolve("models"));

  @TempDir Path folder;

  /** All but the one for which {@code ClusterEndToEndTest} starts a cluster already. */
  static List<String> names() {
    return ALL.stream()
        .map(Check::name)
        .filter(name -> !name.equals(ClusterKillCheck.NAME))
        .toList();
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
  void tellsInWhichKindTwoRunsDiffer() {
    StreamFindings one = new StreamFindings(Map.of("alerts", Set.of("a", "b"), "x", Set.of("y")));
    StreamFindings other = new StreamFindings(Map.of("alerts", Set.of("b", "c"), "x", Set.of("y")));
    List<String> differences = new java.util.ArrayList<>();

    one.eachDifference(other, differences::add);

    assertThat(differences).containsExactly("alerts: 1 missing, 1 that must not be");
  }
}
