package org.vigie.lab.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check counted, together with each thing that must not have been. */
public final class Tally {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();

  /** Adds to a count; a count of zero is one that is shown. */
  public void count(String what, long number) {
    counts.merge(what, number, Long::sum);
  }

  /** Keeps what must not have been, unless it holds. */
  public void require(boolean holds, String found, Object... values) {
    if (!holds) {
      violations.add(found.formatted(values));
    }
  }

  /** Adds all of another. */
  public void add(Tally other) {
    other.counts.forEach(this::count);
    violations.addAll(other.violations);
  }

  /** Returns what was counted, in the order in which it was. */
  public Map<String, Long> counts() {
    return new LinkedHashMap<>(counts);
  }

  /** Returns what must not have been. */
  public List<String> violations() {
    return List.copyOf(violations);
  }
}
