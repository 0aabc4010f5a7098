package org.vigie.casework.guarded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyFile;

/**
 * The private half of an owner's key (Ed25519, RFC 8032) in a file that is kept offline, encrypted
 * with a passphrase as PKCS #8 has it (RFC 5958, PBES2 of RFC 8018), so that {@code openssl pkey}
 * reads it.
 */
public final class OwnerKeyFile {
  static final String ALGORITHM = "Ed25519";

  /** A shorter one can be guessed from the file. */
  public static final int SHORTEST_PASSPHRASE = 12;

  private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";

  /** As OWASP's cheat sheet on storing passwords (2023) has it for PBKDF2 with HMAC-SHA-256. */
  private static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int PEM_WIDTH = 64;
  private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
  private static final String END = "-----END ENCRYPTED PRIVATE KEY-----";

  private final Path file;

  public OwnerKeyFile(Path file) {
    this.file = file;
  }

  /** Returns the file of the public half. */
  public Path publicHalf() {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  /**
   * Makes a pair of keys: the file, and that of the public half beside it.
   *
   * @throws UserError if either is there, or the passphrase is short
   */
  public PublicKey make(char[] passphrase, SecureRandom random)
      throws IOException, GeneralSecurityException {
    if (Files.exists(file) || Files.exists(publicHalf())) {
      throw UserError.ofUsage(file + " and its .pub must not exist yet, but one does");
    }
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw UserError.ofUsage(
          "a passphrase must have at least %d letters, but had %d"
              .formatted(SHORTEST_PASSPHRASE, passphrase.length));
    }
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    KeyFile.write(file, encrypted(pair.getPrivate(), passphrase, random));
    KeyFile.write(publicHalf(), AuditKey.pem(pair.getPublic()));
    return pair.getPublic();
  }

  /**
   * Signs what a request asks for.
   *
   * @throws UserError if the file holds no such key, or the passphrase is another
   */
  public byte[] sign(char[] passphrase, byte[] message)
      throws IOException, GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(opened(passphrase));
    signature.update(message);
    return signature.sign();
  }

  private static String encrypted(PrivateKey key, char[] passphrase, SecureRandom random)
      throws IOException, GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    byte[] start = new byte[SALT_BYTES];
    random.nextBytes(salt);
    random.nextBytes(start);
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        secret(passphrase),
        new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(start)));
    byte[] encrypted = cipher.doFinal(key.getEncoded());
    // PKCS #8 knows the cipher by the name of its scheme alone.
    AlgorithmParameters scheme = AlgorithmParameters.getInstance("PBES2");
    scheme.init(cipher.getParameters().getEncoded());
    byte[] whole = new EncryptedPrivateKeyInfo(scheme, encrypted).getEncoded();
    String body = Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(whole);
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }

  private PrivateKey opened(char[] passphrase) throws IOException {
    try {
      String body = Files.readString(file).replace(BEGIN, "").replace(END, "");
      EncryptedPrivateKeyInfo info =
          new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(body));
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, secret(passphrase), info.getAlgParameters());
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(info.getKeySpec(cipher));
    } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
      throw UserError.ofInput(
          file
              + " must be the private half of an owner's key that the passphrase opens, but isn't");
    }
  }

  private static SecretKey secret(char[] passphrase) throws GeneralSecurityException {
    return SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(passphrase));
  }
}
