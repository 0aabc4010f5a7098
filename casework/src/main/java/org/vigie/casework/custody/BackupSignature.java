package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/**
 * What makes a changed backup known: its list of hashes is signed with the key of the audit log
 * (Ed25519, RFC 8032). {@code openssl pkeyutl -verify -rawin} verifies it too.
 *
 * @param sums {@code sha256:} and 64 hexadecimal digits of the list
 * @param key the public half of the key that signed it; empty if none did
 */
public record BackupSignature(String sums, Optional<PublicKey> key) {
  /** The signature of the list, 64 bytes. */
  static final String FILE = Backup.SUMS + ".sig";

  /** The public key that verifies it, PEM. */
  static final String KEY = Backup.SUMS + ".pub";

  /** Most bytes of a file that may be a private key: one of Ed25519 takes 120. */
  private static final long MOST_OF_A_KEY = 1 << 10;

  /** What lies beside the files of a workspace in a backup, and is none of them. */
  static final Set<String> LISTS = Set.of(Backup.SUMS, FILE, KEY);

  /** Returns whether somebody signed it. */
  public boolean isSigned() {
    return key.isPresent();
  }

  /** Returns the fingerprint of the key that signed it; empty if none did. */
  public String signer() {
    return key.map(AuditKey::fingerprint).orElse("");
  }

  /** Returns whether a file is the private key that signed it. */
  boolean isBy(Path file) throws IOException {
    if (key.isEmpty() || Files.size(file) == 0 || Files.size(file) > MOST_OF_A_KEY) {
      return false;
    }
    byte[] message = sums.getBytes(StandardCharsets.UTF_8);
    try {
      return AuditKey.verifies(key.get(), message, AuditKey.sign(file, message));
    } catch (IOException | GeneralSecurityException e) {
      return false; // no key at all
    }
  }

  /** Signs the list in a folder. */
  static BackupSignature sign(Path folder, AuditSeal seal) throws IOException {
    byte[] sums = Files.readAllBytes(folder.resolve(Backup.SUMS));
    try {
      byte[] signature = AuditKey.sign(seal.key(), sums);
      PublicKey key = AuditKey.readPublic(seal.publicKey());
      if (!AuditKey.verifies(key, sums, signature)) {
        throw UserError.ofInput(
            "%s must be the public half of %s, but isn't; nothing was backed up"
                .formatted(seal.publicKey(), seal.key()));
      }
      Files.write(OwnerOnly.file(folder.resolve(FILE)), signature);
      Files.writeString(OwnerOnly.file(folder.resolve(KEY)), AuditKey.pem(key));
      return new BackupSignature(Sha256.of(sums), Optional.of(key));
    } catch (GeneralSecurityException e) {
      throw new IOException(seal.key().getFileName() + " must hold an Ed25519 key", e);
    }
  }

  /**
   * Verifies the signature of a list that was read, unless there is neither signature nor key.
   *
   * @param sums the list's bytes
   * @throws UserError if one of both is missing, or it isn't signed by that key
   */
  static BackupSignature verify(Path folder, byte[] sums) throws IOException {
    Path file = folder.resolve(FILE);
    Path keyFile = folder.resolve(KEY);
    if (!isFile(file) && !isFile(keyFile)) {
      return new BackupSignature(Sha256.of(sums), Optional.empty());
    }
    try {
      PublicKey key = AuditKey.readPublic(keyFile);
      // A key has one form alone, so that no byte of the file can change unseen.
      byte[] form = AuditKey.pem(key).getBytes(StandardCharsets.UTF_8);
      if (Arrays.equals(form, Files.readAllBytes(keyFile))
          && AuditKey.verifies(key, sums, Files.readAllBytes(file))) {
        return new BackupSignature(Sha256.of(sums), Optional.of(key));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw changed(folder, e);
    }
    throw changed(folder, null);
  }

  private static UserError changed(Path folder, @Nullable Exception cause) {
    String why =
        ("%s must be signed in %s by the key in %s, but isn't:"
                + " the backup was changed; nothing was restored")
            .formatted(folder.resolve(Backup.SUMS), FILE, KEY);
    return cause == null ? UserError.ofInput(why) : new UserError(Exit.INPUT, why, cause);
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What is asked of a backup's signature before anything is restored.
   *
   * @param fingerprint of the key that must have signed it; empty for whichever did
   * @param isUnsigned whether it must have none, as those of Vigie 0.2.0 and before
   */
  public record Demand(String fingerprint, boolean isUnsigned) {
    /** Signed, by whichever key. */
    public static final Demand SIGNED = new Demand("", false);

    /** Not signed. */
    public static final Demand UNSIGNED = new Demand("", true);

    /** Takes a fingerprint however people part its digits. */
    public Demand {
      fingerprint =
          fingerprint
              .toLowerCase(Locale.ROOT)
              .replaceFirst("^sha256:", "")
              .replaceAll("[\\s:]", "");
      fingerprint = fingerprint.isEmpty() ? "" : "sha256:" + fingerprint;
    }

    /**
     * @throws UserError if a signature isn't as demanded
     */
    void require(BackupSignature found, Path copy) {
      if (isUnsigned && found.isSigned()) {
        throw UserError.ofInput(
            copy + " must have no signature to be restored as one without, but has one");
      }
      if (!isUnsigned && !found.isSigned()) {
        throw UserError.ofInput(
            copy
                + " must be signed, but isn't: nothing was restored. Whoever made it with 0.2.0 or"
                + " before restores it with --unsigned");
      }
      if (!fingerprint.isEmpty() && !fingerprint.equals(found.signer())) {
        throw UserError.ofInput(
            "%s must be signed by the key %s, but is by %s: nothing was restored"
                .formatted(copy, fingerprint, found.signer()));
      }
    }
  }
}
