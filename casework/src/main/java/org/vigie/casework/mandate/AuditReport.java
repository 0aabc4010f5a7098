package org.vigie.casework.mandate;

import java.util.List;

/**
 * What came of verifying an audit log.
 *
 * @param lines lines of the log
 * @param heads signed heads
 * @param unsigned lines after the last signed head
 * @param problems what doesn't hold, one line each; none if the log is whole
 */
public record AuditReport(long lines, long heads, long unsigned, List<String> problems) {
  public AuditReport {
    problems = List.copyOf(problems);
  }

  /** Returns whether nothing was edited, removed, moved or cut. */
  public boolean holds() {
    return problems.isEmpty();
  }
}
