package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.vigie.advert.Finding;
import org.vigie.files.digest.Sha256;
import org.vigie.files.seal.KeyFile;

/** The Ed25519 keys (RFC 8032) that sign the audit log's heads and backups, in PEM files. */
public final class AuditKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int PEM_WIDTH = 64;

  private AuditKey() {}

  /** Returns the file of the public key beside a private one. */
  static Path publicBeside(Path key) {
    return key.resolveSibling(key.getFileName() + ".pub");
  }

  /** Reads the private key of a file; makes both keys if it is absent. */
  static PrivateKey obtain(Path file) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      make(file);
    }
    return KeyFactory.getInstance(ALGORITHM)
        .generatePrivate(new PKCS8EncodedKeySpec(bytes(file, PRIVATE)));
  }

  /** Reads a public key from a PEM file. */
  public static PublicKey readPublic(Path file) throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new X509EncodedKeySpec(bytes(file, PUBLIC)));
  }

  /**
   * Returns the public key that a text holds.
   *
   * @param text X.509 in Base64
   */
  static PublicKey ofText(String text) throws WitnessException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new WitnessException(Finding.of("head-without-key"), e);
    }
  }

  /** Returns the text that holds a public key. */
  static String text(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** Returns the PEM file of a public key. */
  public static String pem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  /**
   * Returns by which people know a public key: {@code sha256:} and 64 hexadecimal digits of its
   * X.509 form, as {@code openssl pkey -pubin -outform DER} writes it.
   */
  public static String fingerprint(PublicKey key) {
    return Sha256.of(key.getEncoded());
  }

  /** Signs a message with the private key of a file; makes both keys if it is absent. */
  public static byte[] sign(Path file, byte[] message)
      throws IOException, GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(obtain(file));
    signature.update(message);
    return signature.sign();
  }

  /** Returns the PKCS #8 form of the private key of a file that is there. */
  public static byte[] pkcs8(Path file) throws IOException {
    try {
      return obtain(file).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IOException(file.getFileName() + " must hold an Ed25519 key", e);
    }
  }

  /** Returns whether the private half of a key signed a message. */
  public static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Makes both keys, in the place of any that were there. */
  static void make(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    KeyFile.write(publicBeside(file), pem(PUBLIC, pair.getPublic().getEncoded()));
    KeyFile.write(file, pem(PRIVATE, pair.getPrivate().getEncoded()));
  }

  private static String pem(String what, byte[] bytes) {
    String body =
        Base64.getMimeEncoder(PEM_WIDTH, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(bytes);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, body);
  }

  private static byte[] bytes(Path file, String what) throws IOException {
    String body =
        Files.readString(file)
            .replace("-----BEGIN " + what + "-----", "")
            .replace("-----END " + what + "-----", "");
    try {
      return Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new IOException(file.getFileName() + " must be a PEM file of a key", e);
    }
  }
}
