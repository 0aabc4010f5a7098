package org.vigie.files.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The signature of a jar (Ed25519, RFC 8032, over all its bytes), in Base64 in a file beside it
 * that is named as the jar with {@code .sig} behind.
 */
final class JarSignature {
  private static final String ALGORITHM = "Ed25519";

  private JarSignature() {}

  /** Returns what the file of a jar's signature makes of the jar. */
  static Admission of(Path jar, byte[] bytes, String trustedKey) throws IOException {
    Path file = jar.resolveSibling(jar.getFileName() + ".sig");
    if (!Files.isRegularFile(file)) {
      return Admission.NOT_SIGNED;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key(trustedKey));
      signature.update(bytes);
      byte[] written =
          Base64.getMimeDecoder().decode(Files.readString(file, StandardCharsets.ISO_8859_1));
      return signature.verify(written) ? Admission.SIGNED : Admission.WRONG_SIGNATURE;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Admission.WRONG_SIGNATURE;
    }
  }

  /** Returns whether a text is a public key in Base64. */
  static boolean isKey(String base64) {
    try {
      return key(base64).getAlgorithm().startsWith("Ed");
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static PublicKey key(String base64) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(base64.strip());
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
  }
}
