package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.vigie.casework.mandate.AuditSeal;

/**
 * Signs backups of a workspace with the key of its audit log.
 *
 * @param seal of the log
 * @param noted is told of each signature before the backup appears, to write it into the log; what
 *     it throws ends the backup
 */
public record BackupSeal(AuditSeal seal, Consumer<BackupSignature> noted) {
  /** One whose signatures are written nowhere else. */
  public BackupSeal(AuditSeal seal) {
    this(seal, signature -> {});
  }

  void close(Path folder) throws IOException {
    noted.accept(BackupSignature.sign(folder, seal));
  }
}
