package org.vigie.exchange.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/** The authorities from which a certificate for time stamps must come (RFC 5280, section 6). */
public final class TrustedAuthorities {
  private final Set<TrustAnchor> anchors;

  private TrustedAuthorities(Set<TrustAnchor> anchors) {
    this.anchors = Set.copyOf(anchors);
  }

  /**
   * Reads certificates.
   *
   * @param file one or more, PEM or DER
   */
  public static TrustedAuthorities of(Path file) throws IOException {
    Set<TrustAnchor> anchors = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        anchors.add(new TrustAnchor((X509Certificate) one, null));
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(file.getFileName() + " must hold certificates, but doesn't", e);
    }
    if (anchors.isEmpty()) {
      throw new IOException(file.getFileName() + " must hold certificates, but holds none");
    }
    return new TrustedAuthorities(anchors);
  }

  /** Returns them, in no order. */
  public List<X509Certificate> certificates() {
    return anchors.stream().map(TrustAnchor::getTrustedCert).toList();
  }

  /** Makes sure that a certificate came from one of them, by way of others, at a time. */
  void require(X509Certificate signer, Collection<X509CertificateHolder> others, Instant at)
      throws GeneralSecurityException {
    List<X509Certificate> known = new ArrayList<>(List.of(signer));
    for (X509CertificateHolder other : others) {
      known.add(TimeStamp.certificate(other));
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(signer);
    PKIXBuilderParameters asked = new PKIXBuilderParameters(anchors, target);
    asked.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    asked.setDate(Date.from(at));
    asked.setRevocationEnabled(false);
    CertPathBuilder.getInstance("PKIX").build(asked);
  }
}
