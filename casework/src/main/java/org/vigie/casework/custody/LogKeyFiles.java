package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.KeyPairFiles;

/**
 * The files of the keys that sign an audit log, and of those whose place they took.
 *
 * @param pair the one that signs now
 */
public record LogKeyFiles(KeyPairFiles pair) {
  /** What is signed to see whether two keys are halves of one. */
  private static final byte[] PROBE = "halves of one key".getBytes(StandardCharsets.UTF_8);

  /** Returns those of a log. */
  public static LogKeyFiles of(AuditSeal seal) {
    return new LogKeyFiles(new KeyPairFiles(seal.key()));
  }

  /** Returns whether a file is the private key, one whose place it took or the next one. */
  public boolean arePrivate(Path file) {
    return all().anyMatch(one -> absolute(one.key()).equals(absolute(file)));
  }

  private Stream<KeyPairFiles> all() {
    return Stream.concat(Stream.of(pair, pair.next()), pair.former().stream());
  }

  /** Returns the private keys that are there. */
  public List<Path> present() {
    return all().map(KeyPairFiles::key).filter(Files::exists).toList();
  }

  /** Returns the files of former private keys that aren't there, though their public halves are. */
  public List<Path> missingFormer() {
    return pair.former().stream().map(KeyPairFiles::key).filter(key -> !Files.exists(key)).toList();
  }

  /** Returns whether the private keys lie in a folder or in one within it. */
  public boolean areIn(Path folder) {
    return absolute(pair.key()).startsWith(absolute(folder));
  }

  /**
   * Puts a copy of a private key in its place, unless it is there.
   *
   * @return whether it is the private half of one of the public keys that are there
   */
  public boolean bring(Path from) throws IOException {
    for (KeyPairFiles one : Stream.concat(Stream.of(pair), pair.former().stream()).toList()) {
      if (areHalves(from, one.publicKey())) {
        if (!Files.exists(one.key())) {
          KeyFile.write(one.key(), Files.readString(from));
        }
        return true;
      }
    }
    return false;
  }

  private static boolean areHalves(Path key, Path publicKey) {
    try {
      return Files.exists(key)
          && AuditKey.verifies(AuditKey.readPublic(publicKey), PROBE, AuditKey.sign(key, PROBE));
    } catch (IOException | GeneralSecurityException e) {
      return false; // no key at all
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
