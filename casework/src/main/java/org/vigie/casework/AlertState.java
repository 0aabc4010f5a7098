package org.vigie.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert stands after all that was done with it.
 *
 * @param assignee who looks after it, or empty
 * @param snoozedUntil until when it is put off, or null
 * @param outcome what came of it, or null
 * @param steps what was done, in order
 */
public record AlertState(
    String assignee,
    @Nullable Instant snoozedUntil,
    @Nullable AlertOutcome outcome,
    List<AlertStep> steps) {
  /** An alert that nobody has touched. */
  public static final AlertState UNTOUCHED = new AlertState("", null, null, List.of());

  /** Where an alert can stand. */
  public enum Status {
    OPEN,
    ASSIGNED,
    SNOOZED,
    CLOSED;

    /** Returns the name in addresses and in phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AlertState {
    steps = List.copyOf(steps);
  }

  /** Returns the state that steps lead to. */
  public static AlertState after(List<AlertStep> steps) {
    String assignee = "";
    Instant until = null;
    AlertOutcome outcome = null;
    for (AlertStep step : steps) {
      switch (step.kind()) {
        case ASSIGNED -> assignee = step.value();
        case SNOOZED -> until = Instant.parse(step.value());
        case DECIDED -> outcome = AlertOutcome.find(step.value()).orElse(outcome);
        case REOPENED -> {
          outcome = null;
          until = null;
        }
        case NOTED -> {}
      }
    }
    return new AlertState(assignee, until, outcome, steps);
  }

  /** Returns where it stands at an instant: a snooze ends by itself. */
  public Status status(Instant now) {
    if (outcome != null) {
      return Status.CLOSED;
    }
    if (snoozedUntil != null && now.isBefore(snoozedUntil)) {
      return Status.SNOOZED;
    }
    return assignee.isEmpty() ? Status.OPEN : Status.ASSIGNED;
  }

  /** Finds what came of it. */
  public Optional<AlertOutcome> findOutcome() {
    return Optional.ofNullable(outcome);
  }
}
