package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.KeyPairFiles;

/**
 * The change from one key that signs packages to another, whose public half the former one signs:
 * whoever knows the former one verifies the new one by {@code openssl dgst}.
 *
 * <p>It counts once that signature stands in its file: killed before, nothing has happened; killed
 * after, whoever reads the key next ends it.
 */
public final class SigningKeyRotation {
  private static final String SIGNATURE = ".sig";

  private final KeyPairFiles files;

  /**
   * @param key file of the private key
   */
  public SigningKeyRotation(Path key) {
    this.files = new KeyPairFiles(key);
  }

  /** Returns the file of the former key's signature of the new public key. */
  public Path signature() {
    return signatureOf(files.publicKey());
  }

  /**
   * Returns the public keys whose place the key took, the oldest first.
   *
   * @throws UserError if a file holds none
   */
  public List<SignerKey> former() throws IOException {
    List<SignerKey> former = new ArrayList<>();
    for (KeyPairFiles each : files.former()) {
      Path file = each.publicKey();
      try {
        former.add(SignerKey.read(Files.readString(file)));
      } catch (IllegalArgumentException e) {
        throw UserError.ofInput(file + " must hold a former public key in PEM, but doesn't");
      }
    }
    return former;
  }

  /** Rotates the key, and returns the new one. */
  public SigningKey rotate() throws IOException {
    end();
    SigningKey former = SigningKey.read(files.key());
    for (Path left : List.of(files.next().key(), files.next().publicKey())) {
      Files.deleteIfExists(left);
    }
    SigningKey made = SigningKey.make(files.next().key());
    Failpoint.reach("evidence-key-made");
    Path part = files.next().key().resolveSibling(files.next().key().getFileName() + ".part");
    Files.write(
        part,
        former.sign(Files.readAllBytes(files.next().publicKey())),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.SYNC);
    KeyFile.move(part, signatureOf(files.next().publicKey()));
    Failpoint.reach("evidence-key-handed-over");
    end();
    return made;
  }

  /** Ends a rotation that was killed on its way; does nothing if none was. */
  void end() throws IOException {
    Path next = signatureOf(files.next().publicKey());
    if (Files.exists(next)) {
      files.promote();
      if (Files.exists(signature())) {
        Path kept = files.former().getLast().publicKey();
        KeyFile.move(signature(), signatureOf(kept));
      }
      KeyFile.move(next, signature());
    }
  }

  private static Path signatureOf(Path publicKey) {
    return publicKey.resolveSibling(publicKey.getFileName() + SIGNATURE);
  }
}
