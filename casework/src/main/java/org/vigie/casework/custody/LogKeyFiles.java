package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.KeyPairFiles;

/**
 * The files of the keys that sign an audit log.
 *
 * @param seal of the log
 */
public record LogKeyFiles(AuditSeal seal) {
  /** What is signed to see whether two keys are halves of one. */
  private static final byte[] PROBE = "halves of one key".getBytes(StandardCharsets.UTF_8);

  /** Returns whether a file is the private key, one whose place it took or the next one. */
  public boolean arePrivate(Path file) {
    return all().anyMatch(one -> absolute(one).equals(absolute(file)));
  }

  private Stream<Path> all() {
    KeyPairFiles files = new KeyPairFiles(seal.key());
    return Stream.concat(Stream.of(seal.key(), files.next().key()), files.former().stream());
  }

  /** Returns that of these private keys which another log needs, if it is there. */
  public Optional<Path> neededBy(LogKeyFiles other) {
    return all().filter(other::need).findFirst();
  }

  /** Returns whether the private key isn't where it must be, though its public half is. */
  public boolean lack() throws IOException {
    return seal.lacksKey() || !Files.exists(seal.key()) && Files.exists(seal.publicKey());
  }

  /** Returns whether the private key lies in a folder or in one within it. */
  public boolean areIn(Path folder) {
    return absolute(seal.key()).startsWith(absolute(folder));
  }

  /**
   * Puts a copy of the private key in its place.
   *
   * @throws UserError if it isn't the private half of the public key that is there
   */
  public void bring(Path from) throws IOException {
    if (!need(from)) {
      throw UserError.ofInput(
          "%s must be the private half of the audit log's key, but isn't: nothing was restored"
              .formatted(from));
    }
    KeyFile.write(seal.key(), Files.readString(from));
  }

  /** Returns whether a file is the private half of the public key that is there. */
  private boolean need(Path file) {
    try {
      return Files.exists(file)
          && AuditKey.verifies(
              AuditKey.readPublic(seal.publicKey()), PROBE, AuditKey.sign(file, PROBE));
    } catch (IOException | GeneralSecurityException e) {
      return false; // no key at all
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
