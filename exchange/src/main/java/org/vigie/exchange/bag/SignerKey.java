package org.vigie.exchange.bag;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import org.vigie.files.digest.Sha256;

/**
 * The public key of whoever signed a package.
 *
 * @param pem the key as it lies in the package, PEM of a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7)
 * @param fingerprint SHA-256 of the same in DER, 64 hexadecimal digits: what two people compare
 */
public record SignerKey(String pem, String fingerprint) {
  static final String ALGORITHM = "SHA256withECDSA";

  private static final String PEM = "PUBLIC KEY";

  static SignerKey of(PublicKey key) {
    return new SignerKey(Pem.write(PEM, key.getEncoded()), fingerprint(key.getEncoded()));
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static SignerKey read(String pem) {
    return new SignerKey(pem, fingerprint(Pem.read(PEM, pem)));
  }

  /** Returns whether a signature over some bytes was made by this key. */
  public boolean verifies(byte[] bytes, byte[] signed) throws GeneralSecurityException {
    PublicKey key =
        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Pem.read(PEM, pem)));
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initVerify(key);
    signature.update(bytes);
    try {
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false; // no signature at all
    }
  }

  private static String fingerprint(byte[] der) {
    return Sha256.hex(der);
  }
}
