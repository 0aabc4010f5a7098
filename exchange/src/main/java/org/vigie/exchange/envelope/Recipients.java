package org.vigie.exchange.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.exchange.bag.Pem;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/**
 * Those who can open an envelope.
 *
 * @param certificates theirs, each with a key of RSA or of an elliptic curve
 */
public record Recipients(List<X509Certificate> certificates) {
  /** What takes as long to break as a key of 128 bits (NIST SP 800-57 part 1, table 2). */
  private static final int LEAST_RSA_BITS = 3072;

  private static final int LEAST_CURVE_BITS = 256;

  /** Places of bits in a certificate's key usage (RFC 5280, section 4.2.1.3). */
  private static final int KEY_ENCIPHERMENT = 2;

  private static final int KEY_AGREEMENT = 4;

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN [A-Z0-9 ]*CERTIFICATE-----");

  public Recipients {
    certificates = List.copyOf(certificates);
  }

  /** Returns whether there is none. */
  public boolean isNobody() {
    return certificates.isEmpty();
  }

  /** Returns these and others, each certificate once. */
  public Recipients and(Recipients others) {
    return new Recipients(
        Stream.concat(certificates.stream(), others.certificates.stream()).distinct().toList());
  }

  /** Returns how a log says who alone can open it, a comma before; empty if there is none. */
  public String logged() {
    return isNobody() ? "" : ", encrypted to sha256 " + String.join(" ", fingerprints());
  }

  /** Returns the certificates one after the other in PEM, as {@link #parse} reads them. */
  public String pem() {
    return certificates.stream()
        .map(certificate -> Pem.write("CERTIFICATE", encoded(certificate)))
        .collect(Collectors.joining());
  }

  /** Returns SHA-256 of each certificate, 64 hexadecimal digits: what two people compare. */
  public List<String> fingerprints() {
    return certificates.stream().map(Recipients::fingerprint).toList();
  }

  /**
   * Returns the same of one certificate, whatever it is for.
   *
   * @throws UserError if the file holds none
   */
  public static String fingerprint(Path file) throws IOException {
    return fingerprint(certificate(file));
  }

  /**
   * Returns when a certificate ends, whatever it is for.
   *
   * @throws UserError if the file holds none
   */
  public static Instant validUntil(Path file) throws IOException {
    return certificate(file).getNotAfter().toInstant();
  }

  private static String fingerprint(X509Certificate certificate) {
    return HexFormat.of().formatHex(Sha256.digester().digest(encoded(certificate)));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /**
   * Reads certificates.
   *
   * @param files one each, PEM or DER
   * @param now when they must be valid
   * @throws UserError if nothing can be encrypted to one of them
   */
  public static Recipients read(List<Path> files, Instant now) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Path file : files) {
      X509Certificate certificate = certificate(file);
      requireOne(file);
      requireValid(file.toString(), certificate, now);
      requireUse(file.toString(), certificate);
      certificates.add(certificate);
    }
    return new Recipients(certificates);
  }

  /**
   * Reads the certificates of a text, such as one that somebody pasted.
   *
   * @param text PEM of as many as there are readers, or DER of one; nothing but white space is
   *     nobody
   * @throws UserError if one of them can't be read, or nothing can be encrypted to it
   */
  public static Recipients parse(byte[] text) {
    String read = new String(text, StandardCharsets.ISO_8859_1);
    if (read.isBlank()) {
      return new Recipients(List.of());
    }
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text))
          .forEach(each -> certificates.add((X509Certificate) each));
    } catch (GeneralSecurityException e) {
      throw UserError.ofInput("what is pasted must be certificates (X.509), but isn't");
    }
    long begun = CERTIFICATE.matcher(read).results().count();
    if (certificates.isEmpty() || (begun > 0 && begun != certificates.size())) {
      throw UserError.ofInput(
          "what is pasted must be certificates (X.509), but of %d that begin %d can be read"
              .formatted(begun, certificates.size()));
    }
    for (int i = 0; i < certificates.size(); i++) {
      requireUse("certificate " + (i + 1), certificates.get(i));
    }
    return new Recipients(certificates);
  }

  /**
   * Holds each certificate to a time.
   *
   * @throws UserError if one isn't valid then
   */
  public void requireValid(Instant now) {
    for (int i = 0; i < certificates.size(); i++) {
      requireValid("certificate " + (i + 1), certificates.get(i), now);
    }
  }

  private static void requireValid(String name, X509Certificate certificate, Instant now) {
    try {
      certificate.checkValidity(Date.from(now));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw UserError.ofInput(
          "%s must be a certificate that is valid now, but is so from %s to %s"
              .formatted(
                  name,
                  certificate.getNotBefore().toInstant(),
                  certificate.getNotAfter().toInstant()));
    }
  }

  /** Of two, one would be left out without a word. */
  private static void requireOne(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    long begun = CERTIFICATE.matcher(text).results().count();
    if (begun > 1) {
      throw UserError.ofInput(
          "%s must hold one certificate, but holds %d; name a file for each reader"
              .formatted(file, begun));
    }
  }

  static X509Certificate certificate(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UserError.ofInput(file + " must hold a certificate, but there is no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (GeneralSecurityException e) {
      throw UserError.ofInput(file + " must hold a certificate (X.509), but doesn't");
    }
  }

  private static void requireUse(String name, X509Certificate certificate) {
    int use;
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      requireLength(name, LEAST_RSA_BITS, rsa.getModulus().bitLength());
      use = KEY_ENCIPHERMENT;
    } else if (certificate.getPublicKey() instanceof ECPublicKey curve) {
      requireLength(name, LEAST_CURVE_BITS, curve.getParams().getOrder().bitLength());
      use = KEY_AGREEMENT;
    } else {
      throw UserError.ofInput(
          "%s must have a key of RSA or of an elliptic curve for ECDH, but has one of %s"
              .formatted(name, certificate.getPublicKey().getAlgorithm()));
    }
    boolean[] uses = certificate.getKeyUsage();
    if (uses != null && !uses[use]) {
      throw UserError.ofInput(
          name + " must be a certificate that others may encrypt to, but its key usage forbids it");
    }
  }

  private static void requireLength(String name, int least, int bits) {
    if (bits < least) {
      throw UserError.ofInput(
          "%s must have a key of at least %d bits, but has one of %d".formatted(name, least, bits));
    }
  }
}
