package org.vigie.cli.command.workspace;

import java.time.Instant;
import java.util.Optional;
import org.vigie.advert.Mandate;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.AccessFilter;

/** The log of what people do on pages; without a mandate that holds now, it must not be done. */
final class ConsoleLog implements AccessFilter.Traces {
  private final Environment environment;
  private final Workspace workspace;
  private final Optional<Mandate> offered;
  private final MandateCheck check;

  /** One for all, so that lines that wait for the disk wait for it together. */
  private final AuditLog log;

  ConsoleLog(Environment environment, Workspace workspace, Optional<Mandate> offered) {
    this.environment = environment;
    this.workspace = workspace;
    this.offered = offered;
    this.check = new MandateCheck(environment);
    this.log = check.auditLog(workspace);
  }

  /** Says, after a kill, what was done that no line counts. */
  void begin() {
    Instant now = environment.clock().instant();
    log.count(now, mandate().requireValid(now).id());
  }

  @Override
  public void log(String account, AuditEvent event) {
    Instant now = environment.clock().instant();
    log.append(now, account, event, mandate().requireValid(now));
  }

  @Override
  public void count() {
    log.count(environment.clock().instant());
  }

  private Mandate mandate() {
    return check.find(workspace, offered, "serve");
  }
}
