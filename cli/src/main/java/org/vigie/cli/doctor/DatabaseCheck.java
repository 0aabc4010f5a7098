package org.vigie.cli.doctor;

import java.io.IOException;
import org.vigie.casework.custody.LostDatabase;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/** The check whether the case database is there, and as new as the audit log says. */
final class DatabaseCheck {
  private static final String NAME = "case database";
  private static final String LOOK = "type ./vigie check, which says what to do";

  private final Workspace workspace;

  DatabaseCheck(Workspace workspace) {
    this.workspace = workspace;
  }

  DoctorFinding finding() {
    try {
      LostDatabase.requireNone(workspace, "it");
      return DoctorFinding.ok(NAME, "as new as the audit log says");
    } catch (UserError e) {
      return DoctorFinding.mend(NAME, "missing, or older than the audit log says", LOOK);
    } catch (IOException | IllegalStateException e) {
      return DoctorFinding.mend(NAME, "can't be read: " + e.getMessage(), LOOK);
    }
  }
}
