package org.vigie.casework.mandate;

import java.util.List;
import java.util.Optional;

/**
 * Some of what was looked for in the audit log.
 *
 * @param entries the newest first
 * @param older from where one looks on for older ones; empty where there are none
 */
public record AuditPage(List<AuditEntry> entries, Optional<Long> older) {
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
