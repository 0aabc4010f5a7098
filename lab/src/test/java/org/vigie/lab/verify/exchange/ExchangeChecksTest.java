package org.vigie.lab.verify.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.casework.Readme;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Checks;
import org.vigie.lab.verify.Effort;

/** The short version of {@code ./vigie verify exchange}; {@link AuthoritiesTest} has formats. */
@Execution(ExecutionMode.CONCURRENT)
class ExchangeChecksTest {
  private static final Effort SHORT = new Effort(4, Long.getLong("vigie.seed", 7));
  private static final List<Check> ALL =
      ExchangeChecks.all(Readme.project(), Readme.project().resolve("no-such-data"));

  @TempDir Path folder;

  static List<String> names() {
    return ALL.stream().map(Check::name).filter(name -> !name.equals(AuthorityCheck.NAME)).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(400)
  void keepsThePromise(String name) throws Exception {
    CheckResult result = Checks.carryOut(check(name), SHORT, folder, (done, total) -> {});

    assertThat(result.violations()).as("%s: %s", name, result.counts()).isEmpty();
    assertThat(result.counts()).hasSizeGreaterThan(3);
    assertThat(folder.resolve(name)).doesNotExist();
  }

  private static Check check(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
