package org.vigie.lab.verify.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.CiRun;

/** What continuous integration carries out of {@code ./vigie verify custody}. */
class CustodyChecksTest {
  /** {@code FloodTest} has the first in short, and the other takes minutes. */
  private static final Set<String> LEFT_OUT = Set.of("flood", "full-disk-commands");

  @Test
  void ciCarriesOutAllButTwo() throws IOException {
    Set<String> names = new TreeSet<>();
    CustodyChecks.all().stream().map(Check::name).forEach(names::add);

    Set<String> both = new TreeSet<>(CiRun.verified("custody"));
    both.addAll(LEFT_OUT);

    assertThat(both).isEqualTo(names);
    assertThat(CiRun.verified("custody")).doesNotContainAnyElementsOf(LEFT_OUT);
  }
}
