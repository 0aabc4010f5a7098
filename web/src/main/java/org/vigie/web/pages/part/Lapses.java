package org.vigie.web.pages.part;

import org.vigie.casework.AdminRequest;
import org.vigie.casework.AdminRequests;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.web.AccessFilter;

/**
 * What lets requests lapse that no second person decided in time: a yes that comes when nobody
 * remembers the question is no second opinion. The log has each once it is seen.
 */
public final class Lapses {
  /** Who lets them lapse: nobody does. */
  private static final String NOBODY = "-";

  private final AdminRequests admins;
  private final ExportRequests exports;
  private final AccessFilter.Traces traces;

  public Lapses(AdminRequests admins, ExportRequests exports, AccessFilter.Traces traces) {
    this.admins = admins;
    this.exports = exports;
    this.traces = traces;
  }

  /** Lets lapse what is overdue; the log has it before. */
  public void pass() {
    for (AdminRequest one : admins.overdue()) {
      log("admin", one.id(), one.askedBy());
      admins.lapse(one);
    }
    for (ExportRequest one : exports.overdue()) {
      log("export", one.id(), one.askedBy());
      exports.lapse(one);
    }
  }

  private void log(String kind, long id, String askedBy) {
    traces.log(
        NOBODY,
        AuditEvent.of("request lapsed", "kind=%s id=%d asked-by=%s".formatted(kind, id, askedBy)));
  }
}
