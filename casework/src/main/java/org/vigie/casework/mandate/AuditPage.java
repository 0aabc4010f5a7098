package org.vigie.casework.mandate;

import java.util.List;
import java.util.Optional;

/**
 * Some of what was looked for in the audit log.
 *
 * @param entries the newest first
 * @param damaged lines among those looked at that aren't as they were written, and aren't shown
 * @param older from where one looks on for older ones; empty where there are none
 */
public record AuditPage(List<AuditEntry> entries, int damaged, Optional<Long> older) {
  public AuditPage {
    entries = List.copyOf(entries);
  }

  /** Nothing was looked for. */
  public static AuditPage empty() {
    return new AuditPage(List.of(), 0, Optional.empty());
  }
}
