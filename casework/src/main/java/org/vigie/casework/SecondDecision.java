package org.vigie.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a second person said to what a first one asked for, if anything yet.
 *
 * @param by who granted or declined it, or empty while nobody has
 * @param at when, or null
 * @param granted whether it may be
 */
public record SecondDecision(String by, @Nullable Instant at, boolean granted) {
  /** Reads it from a row of {@link SecondPerson#select}. */
  static SecondDecision of(ResultSet row) throws SQLException {
    String by = row.getString("decided_by");
    String at = row.getString("decided_at");
    return new SecondDecision(
        by == null ? "" : by, at == null ? null : Instant.parse(at), row.getInt("granted") == 1);
  }

  /** Returns whether a second person has yet to say. */
  boolean isPending() {
    return by.isEmpty();
  }

  /** Returns whether nobody decided it in time. */
  boolean isLapsed() {
    return by.equals(SecondPerson.NOBODY);
  }
}
