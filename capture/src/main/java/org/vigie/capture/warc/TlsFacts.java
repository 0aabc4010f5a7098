package org.vigie.capture.warc;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;

/**
 * What vouched for a server whose certificate was verified.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param cipher the cipher suite's name
 * @param subject whom the server's own certificate names (RFC 2253), on one line
 * @param certificates labelled SHA-256 of each certificate that the server showed, its own first
 */
public record TlsFacts(String protocol, String cipher, String subject, List<String> certificates) {
  /** A name is written by others: longer ones are cut. */
  private static final int MAX_SUBJECT = 300;

  private static final String PROTOCOL = "tlsProtocol";
  private static final String CIPHER = "tlsCipher";
  private static final String SUBJECT = "tlsSubject";
  private static final String CERTIFICATE = "tlsCertificate";

  public TlsFacts {
    subject = oneLine(subject);
    certificates = List.copyOf(certificates);
  }

  /**
   * Returns the facts of a session.
   *
   * @throws SSLPeerUnverifiedException if the server showed no certificate that can be kept
   */
  public static TlsFacts of(SSLSession session) throws SSLPeerUnverifiedException {
    String subject = "";
    List<String> certificates = new ArrayList<>();
    for (var certificate : session.getPeerCertificates()) {
      if (certificates.isEmpty() && certificate instanceof X509Certificate own) {
        subject = own.getSubjectX500Principal().getName();
      }
      try {
        certificates.add(Sha256.of(certificate.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new SSLPeerUnverifiedException("a certificate must have bytes, but had none");
      }
    }
    return new TlsFacts(session.getProtocol(), session.getCipherSuite(), subject, certificates);
  }

  /** Adds them to the fields of a metadata record. */
  void addTo(Map<String, List<String>> fields) {
    fields.put(PROTOCOL, List.of(protocol));
    fields.put(CIPHER, List.of(cipher));
    fields.put(SUBJECT, List.of(subject));
    fields.put(CERTIFICATE, certificates);
  }

  /** Returns what was added there; nothing if nothing was. */
  static @Nullable TlsFacts read(Map<String, List<String>> fields) {
    String protocol = first(fields, PROTOCOL);
    return protocol.isEmpty()
        ? null
        : new TlsFacts(
            protocol,
            first(fields, CIPHER),
            first(fields, SUBJECT),
            fields.getOrDefault(CERTIFICATE, List.of()));
  }

  private static String first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(MAX_SUBJECT)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
