package org.vigie.web.pages.alert;

import java.time.Instant;
import java.util.List;
import org.vigie.casework.AlertOutcome;
import org.vigie.casework.AlertState;
import org.vigie.casework.AlertStep;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Piece;

/**
 * How far people are with an alert, as pages show it.
 *
 * @param status label of where it stands
 * @param assignee who looks after it, or empty
 * @param until until when it is put off, or empty
 * @param outcome label of what came of it, or empty
 * @param steps what was done, the newest first
 */
public record AlertProgress(
    String status, String assignee, String until, String outcome, List<Done> steps) {
  /**
   * One thing that was done.
   *
   * @param kind label of what was done
   * @param value whom it was given to, until when it sleeps, or label of what came of it
   */
  public record Done(String at, String account, String kind, String value, List<Piece> note) {
    static Done of(AlertStep step) {
      return new Done(
          Words.minute(step.at()),
          step.account(),
          step.kind().label(),
          step.kind() == AlertStep.Kind.SNOOZED
              ? Words.minute(Instant.parse(step.value()))
              : step.value(),
          new EvidenceText(step.note()).pieces());
    }
  }

  static AlertProgress of(AlertState state, Instant now) {
    AlertState.Status status = state.status(now);
    Instant until = state.snoozedUntil();
    return new AlertProgress(
        status.label(),
        state.assignee(),
        status == AlertState.Status.SNOOZED && until != null ? Words.minute(until) : "",
        state.findOutcome().map(AlertOutcome::label).orElse(""),
        state.steps().reversed().stream().map(Done::of).toList());
  }
}
