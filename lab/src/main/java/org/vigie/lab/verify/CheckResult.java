package org.vigie.lab.verify;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a check.
 *
 * @param check its name
 * @param promise what must hold
 * @param counts what was done and found
 * @param violations what must not have been; empty if the promise holds
 * @param took how long
 */
public record CheckResult(
    String check,
    String promise,
    Map<String, Long> counts,
    List<String> violations,
    Duration took) {
  public CheckResult {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    violations = List.copyOf(violations);
  }

  /** Returns whether the promise was kept. */
  public boolean holds() {
    return violations.isEmpty();
  }
}
