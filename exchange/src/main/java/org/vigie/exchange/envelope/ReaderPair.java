package org.vigie.exchange.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.vigie.exchange.bag.Pem;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/**
 * The key pair to which partners encrypt: a private key of P-256 and a certificate that it signed
 * itself, so that nobody has to know OpenSSL.
 */
public final class ReaderPair {
  private static final Duration VALID = Duration.ofDays(730);
  private static final int SERIAL_BITS = 64;

  private ReaderPair() {}

  /**
   * Makes one.
   *
   * @param key file of the private key, its owner's alone
   * @param certificate file of the certificate, for partners
   * @param name whom the certificate names
   * @throws UserError if either file exists
   */
  public static void make(Path key, Path certificate, String name, Instant now) throws IOException {
    make(key, certificate, name, now, KeyUsage.keyAgreement);
  }

  /**
   * Makes a pair of another use in the same way: by its signature somebody shows over TLS who they
   * are.
   *
   * @throws UserError if either file exists
   */
  public static void makeForTls(Path key, Path certificate, String name, Instant now)
      throws IOException {
    make(key, certificate, name, now, KeyUsage.digitalSignature);
  }

  private static void make(Path key, Path certificate, String name, Instant now, int use)
      throws IOException {
    for (Path each : new Path[] {key, certificate}) {
      if (Files.exists(each)) {
        throw UserError.ofInput(each + " must not exist yet, but does; a key is never replaced");
      }
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X509Certificate made = certificate(pair, name, now, use);
      Files.writeString(
          OwnerOnly.file(key), Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(OwnerOnly.file(certificate), Pem.write("CERTIFICATE", made.getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("every Java platform from 16 on has ECDSA over P-256", e);
    }
  }

  private static X509Certificate certificate(KeyPair pair, String name, Instant now, int use)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.O, name).build();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minus(Duration.ofDays(1))), // clocks differ
            Date.from(now.plus(VALID)),
            subject,
            pair.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(use));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
