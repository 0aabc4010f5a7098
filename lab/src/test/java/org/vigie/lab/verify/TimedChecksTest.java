package org.vigie.lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The short versions of those checks of {@code ./vigie verify crawler} in which hosts must answer
 * in time: nothing else runs beside them.
 */
@Tag("alone")
class TimedChecksTest {
  static final List<String> NAMES = List.of("robots-failure");

  /** Each way to fail. */
  private static final Effort SHORT = new Effort(2, Long.getLong("vigie.seed", 7));

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("NAMES")
  @Timeout(400)
  void keepsThePromise(String name) throws Exception {
    CheckResult result =
        Checks.carryOut(ChecksTest.check(name), SHORT, folder, (done, total) -> {});

    assertThat(result.violations()).as("%s: %s", name, result.counts()).isEmpty();
    assertThat(result.counts()).hasSizeGreaterThan(3);
    assertThat(folder.resolve(name)).doesNotExist();
  }
}
