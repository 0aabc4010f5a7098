package org.vigie.console.pages;

import java.time.Instant;
import java.util.Locale;
import org.vigie.console.casework.AlertState;

/** Which alerts the inbox shows. */
public enum AlertFilter {
  /** What waits for somebody: open, or given to anybody. */
  WAITING,
  MINE,
  SNOOZED,
  CLOSED,
  ALL;

  /** Returns the name in addresses and in phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the filter with a label, or {@link #WAITING} if there is none. */
  static AlertFilter labelled(String label) {
    for (AlertFilter filter : values()) {
      if (filter.label().equals(label)) {
        return filter;
      }
    }
    return WAITING;
  }

  boolean takes(AlertState state, String account, Instant now) {
    AlertState.Status status = state.status(now);
    return switch (this) {
      case WAITING -> status == AlertState.Status.OPEN || status == AlertState.Status.ASSIGNED;
      case MINE -> status == AlertState.Status.ASSIGNED && state.assignee().equals(account);
      case SNOOZED -> status == AlertState.Status.SNOOZED;
      case CLOSED -> status == AlertState.Status.CLOSED;
      case ALL -> true;
    };
  }
}
