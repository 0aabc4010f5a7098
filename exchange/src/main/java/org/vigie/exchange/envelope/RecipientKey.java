package org.vigie.exchange.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.vigie.exchange.bag.Pem;
import org.vigie.files.failure.UserError;

/**
 * What opens an envelope.
 *
 * @param key the private key
 * @param certificate the certificate to which was encrypted
 */
public record RecipientKey(PrivateKey key, X509Certificate certificate) {
  /**
   * Reads a key.
   *
   * @param key PEM of PKCS #8, not encrypted
   * @param certificate PEM or DER
   * @throws UserError if one of them is none
   */
  public static RecipientKey read(Path key, Path certificate) throws IOException {
    X509Certificate read = Recipients.certificate(certificate);
    if (!Files.isRegularFile(key)) {
      throw UserError.ofInput(key + " must hold the private key, but there is no such file");
    }
    try {
      // A key in DER is no text of UTF-8.
      byte[] encoded = Pem.read("PRIVATE KEY", Files.readString(key, StandardCharsets.ISO_8859_1));
      KeyFactory factory = KeyFactory.getInstance(read.getPublicKey().getAlgorithm());
      return new RecipientKey(factory.generatePrivate(new PKCS8EncodedKeySpec(encoded)), read);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw UserError.ofInput(
          key
              + " must hold the private key of that certificate as PRIVATE KEY in PEM, without a"
              + " password, but doesn't; openssl pkey -in FILE writes it so");
    }
  }
}
