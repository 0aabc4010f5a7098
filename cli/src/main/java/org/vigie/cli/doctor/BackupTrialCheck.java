package org.vigie.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.vigie.casework.custody.BackupTrial;
import org.vigie.text.safe.Words;

/** How the last trial of backup and restore ended. */
final class BackupTrialCheck {
  private static final String NAME = "backups";
  private static final String LOOK = "type journalctl -u vigie-backup-trial, which says why";

  private final Path file;

  /**
   * @param file in which it is kept
   */
  BackupTrialCheck(Path file) {
    this.file = file;
  }

  DoctorFinding finding(Instant now) {
    try {
      Optional<BackupTrial> found = BackupTrial.read(file);
      if (found.isEmpty()) {
        return DoctorFinding.ok(NAME, "not tried yet: vigie-backup-trial.timer does it each month");
      }
      BackupTrial trial = found.get();
      String at = Words.minute(trial.ended());
      if (!trial.isGood()) {
        return DoctorFinding.mend(
            NAME, "the trial of backup and restore at " + at + " failed: " + trial.result(), LOOK);
      }
      return trial.isLate(now)
          ? DoctorFinding.mend(
              NAME,
              "tried last at " + at + ", more than two months ago",
              "type systemctl enable --now vigie-backup-trial.timer")
          : DoctorFinding.ok(NAME, "backed up and restored the same at " + at);
    } catch (IOException | RuntimeException e) {
      return DoctorFinding.mend(NAME, "can't be read: " + e.getMessage(), LOOK);
    }
  }
}
