package org.vigie.casework.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The end of a mandate as a person writes it: a day, or an instant. */
final class ValidUntil {
  private ValidUntil() {}

  /**
   * Returns the first instant at which a mandate no longer holds: for a day such as 2026-12-31, the
   * end of that day in UTC; for an instant such as 2026-12-31T12:00:00Z, itself.
   */
  static Optional<Instant> parse(String text) {
    String stripped = text.strip();
    try {
      return Optional.of(
          stripped.contains("T")
              ? Instant.parse(stripped)
              : LocalDate.parse(stripped).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
