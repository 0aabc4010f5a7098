package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Instant;
import org.vigie.files.owner.OwnerOnly;

/**
 * The change from one key that signs heads of the audit log to another, while nobody appends.
 *
 * <p>It counts once both keys signed that in the file of handovers: killed before, nothing has
 * happened; killed after, whoever appends next puts the new key's files in their place.
 */
public final class AuditKeyRotation {
  private final Path log;
  private final AuditSeal seal;

  public AuditKeyRotation(Path log, AuditSeal seal) {
    this.log = log;
    this.seal = seal;
  }

  /**
   * Rotates the key of a log that has a line.
   *
   * @return the new public key's fingerprint
   * @throws IOException if the log's last line isn't signed, or a file can't be written
   */
  public String rotate(Instant now) throws IOException {
    AuditLog.THIS_PROCESS.lock();
    try (FileChannel channel = OwnerOnly.open(log);
        FileLock alone = channel.lock()) {
      return AuditKey.fingerprint(AuditKey.ofText(seal.handOver(now, channel.size())));
    } finally {
      AuditLog.THIS_PROCESS.unlock();
    }
  }
}
