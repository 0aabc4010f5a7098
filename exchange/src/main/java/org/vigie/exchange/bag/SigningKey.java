package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeyFile;

/**
 * The private key that signs evidence packages and what partners ask each other: ECDSA over the
 * curve P-256 with SHA-256 (FIPS 186-5).
 *
 * <p>Every version of OpenSSL and LibreSSL in use verifies it by {@code openssl dgst}; Ed25519
 * needs OpenSSL 3 there.
 */
public final class SigningKey {
  private static final String CURVE = "secp256r1";
  private static final String PEM = "PRIVATE KEY";

  private final PrivateKey key;
  private final SignerKey signer;

  private SigningKey(PrivateKey key, SignerKey signer) {
    this.key = key;
    this.signer = signer;
  }

  /**
   * Makes a key in a file that must not exist yet, readable by its owner alone, with the public key
   * beside it.
   *
   * @throws UserError if either file exists
   */
  public static SigningKey make(Path file) throws IOException {
    for (Path each : new Path[] {file, publicBeside(file)}) {
      if (Files.exists(each)) {
        throw UserError.ofInput(each + " must not exist yet, but does; a key is never replaced");
      }
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      KeyPair pair = generator.generateKeyPair();
      SignerKey signer = SignerKey.of(pair.getPublic());
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        OwnerOnly.folder(folder);
      }
      KeyFile.write(publicBeside(file), signer.pem());
      KeyFile.write(file, Pem.write(PEM, pair.getPrivate().getEncoded()));
      return new SigningKey(pair.getPrivate(), signer);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 16 on has ECDSA over P-256", e);
    }
  }

  /**
   * Reads a key that was made before.
   *
   * @throws UserError if there is none, or the files don't hold one
   */
  public static SigningKey read(Path file) throws IOException {
    new SigningKeyRotation(file).end();
    if (!Files.exists(file)) {
      throw UserError.ofInput(
          file
              + " must hold the key that signs, but there is no such file; type ./vigie evidence"
              + " key");
    }
    try {
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(PEM, Files.readString(file))));
      SignerKey signer = SignerKey.read(Files.readString(publicBeside(file)));
      SigningKey read = new SigningKey(key, signer);
      byte[] probe = {1};
      if (!signer.verifies(probe, read.sign(probe))) {
        throw UserError.ofInput(
            publicBeside(file) + " must be the public key of the one beside it, but isn't");
      }
      return read;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw UserError.ofInput(
          file + " and the file .pub beside it must hold a key of P-256 in PEM, but don't");
    }
  }

  /** Returns the public key. */
  public SignerKey signer() {
    return signer;
  }

  /** Signs some bytes: a DER sequence of two numbers (RFC 3279, 2.2.3), as openssl reads it. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(SignerKey.ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read must be able to sign", e);
    }
  }

  private static Path publicBeside(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }
}
