package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeyFile;

/**
 * The change from one key that signs heads of the audit log to another, while nobody appends.
 *
 * <p>A rotation counts once both keys signed that in the file of handovers: killed before, nothing
 * has happened; killed after, whoever appends next puts the new key's files in their place.
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
    return alone(() -> AuditKey.fingerprint(AuditKey.ofText(seal.handOver(now, log))));
  }

  /**
   * Makes another key where the one of a log is lost, so that nothing can be handed over. What the
   * lost one signed is set aside with its public half, as {@code .lost-1} and so on; the first head
   * of the new one stands for all lines before, by their chain of hashes.
   *
   * @return what the log has to say of it, since a forger would do the same
   * @throws UserError if the key isn't lost
   */
  public AuditEvent replaceLost() throws IOException {
    return alone(this::replace);
  }

  private AuditEvent replace() throws IOException, GeneralSecurityException {
    if (!seal.lacksKey(log)) {
      throw UserError.ofInput(
          seal.key()
              + " must be lost to be replaced, but isn't; ./vigie keys rotate-audit hands over");
    }
    String lost = fingerprint();
    setAside(seal.heads());
    setAside(AuditKeys.file(seal.heads()));
    setAside(seal.publicKey());
    AuditKey.make(seal.key());
    return AuditEvent.of("keys replaced audit", "lost=%s to=%s".formatted(lost, fingerprint()));
  }

  private String fingerprint() throws IOException, GeneralSecurityException {
    return Files.exists(seal.publicKey())
        ? AuditKey.fingerprint(AuditKey.readPublic(seal.publicKey()))
        : "unknown";
  }

  private static void setAside(Path file) throws IOException {
    for (int i = 1; Files.exists(file); i++) {
      Path aside = file.resolveSibling(file.getFileName() + ".lost-" + i);
      if (!Files.exists(aside)) {
        KeyFile.move(file, aside);
      }
    }
  }

  /** Something that is done to keys. */
  @FunctionalInterface
  private interface Change<T> {
    T make() throws IOException, GeneralSecurityException;
  }

  private <T> T alone(Change<T> change) throws IOException {
    AuditLog.THIS_PROCESS.lock();
    try (FileChannel channel = OwnerOnly.open(log);
        FileLock alone = channel.lock()) {
      return change.make();
    } catch (GeneralSecurityException e) {
      throw new IOException(seal.key().getFileName() + " must be an Ed25519 key", e);
    } finally {
      AuditLog.THIS_PROCESS.unlock();
    }
  }
}
