package org.vigie.web.pages.intake;

import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.submission.SubmissionReading;
import org.vigie.casework.submission.Submissions;
import org.vigie.web.AccessFilter;
import org.vigie.web.Visit;

/**
 * What the audit log says of files that were accepted, by whomever they came.
 *
 * @param log where it is written
 */
public record IntakeTraces(AccessFilter.Traces log) {
  /** Writes down which input a file became, and how much is in it. */
  public void accepted(Visit visit, Submissions.Accepted accepted, SubmissionReading reading) {
    log.log(
        visit.account().name(),
        AuditEvent.of(
                "handed in",
                "input=%s adverts=%d unread=%d%s"
                    .formatted(
                        accepted.input().id(),
                        reading.content().adverts(),
                        reading.content().unread(),
                        accepted.wasThere() ? " before=true" : ""))
            .in(visit.session().id())
            .because(visit.session().reason().orElse("")));
  }
}
