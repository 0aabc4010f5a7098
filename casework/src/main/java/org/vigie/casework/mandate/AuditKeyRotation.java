package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.KeyPairFiles;

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
   * of the new one stands for all lines before, by their chain of hashes. The next line of the log
   * says so first, since a forger would do the same; killed amid it, it is done again.
   *
   * @return what the log will say: which key was lost and which took its place
   * @throws UserError if the key isn't lost
   */
  public String replaceLost(Instant now, String user) throws IOException {
    return alone(() -> replace(now, user));
  }

  private String replace(Instant now, String user) throws IOException, GeneralSecurityException {
    if (!seal.lacksKey(log)) {
      throw UserError.ofInput(
          seal.key()
              + " must be lost to be replaced, but isn't; ./vigie keys rotate-audit hands over");
    }
    KeyPairFiles made =
        new KeyPairFiles(seal.key().resolveSibling(seal.key().getFileName() + ".made"));
    AuditKey.make(made.key());
    LogNote note = LogNote.ofReplacedKey(now, user, lost(), fingerprint(made.publicKey()));
    note.leaveBeside(log);
    setAside(seal.heads());
    setAside(AuditKeys.file(seal.heads()));
    setAside(seal.publicKey());
    KeyFile.move(made.publicKey(), seal.publicKey());
    KeyFile.move(made.key(), seal.key()); // last, as until then the key is lost
    return note.detail();
  }

  /** A replacement that was killed may have set the public half aside, but has left a note. */
  private String lost() throws IOException, GeneralSecurityException {
    Optional<String> noted =
        LogNote.beside(log).stream().flatMap(note -> note.lostKey().stream()).findFirst();
    if (noted.isPresent()) {
      return noted.get();
    }
    return Files.exists(seal.publicKey()) ? fingerprint(seal.publicKey()) : LogNote.UNKNOWN_KEY;
  }

  private static String fingerprint(Path publicKey) throws IOException, GeneralSecurityException {
    return AuditKey.fingerprint(AuditKey.readPublic(publicKey));
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
