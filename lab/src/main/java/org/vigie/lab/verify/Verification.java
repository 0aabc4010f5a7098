package org.vigie.lab.verify;

import java.util.List;

/**
 * What came of all checks.
 *
 * @param runs the {@link Effort#runs}
 * @param seed the {@link Effort#seed}
 * @param checks one result each
 */
public record Verification(int runs, long seed, List<CheckResult> checks) {
  public Verification {
    checks = List.copyOf(checks);
  }

  /** Returns whether every promise was kept. */
  public boolean holds() {
    return checks.stream().allMatch(CheckResult::holds);
  }
}
