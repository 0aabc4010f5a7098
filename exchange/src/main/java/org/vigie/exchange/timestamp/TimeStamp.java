package org.vigie.exchange.timestamp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The word of an authority that bytes of some SHA-256 hash were there at a time (RFC 3161, section
 * 2.4.2).
 */
public final class TimeStamp {
  private final TimeStampToken token;
  private final byte[] encoded;

  private TimeStamp(TimeStampToken token, byte[] encoded) {
    this.token = token;
    this.encoded = encoded;
  }

  /**
   * Reads a token.
   *
   * @param encoded DER
   * @throws IOException if it is none
   */
  public static TimeStamp of(byte[] encoded) throws IOException {
    try {
      return new TimeStamp(new TimeStampToken(new CMSSignedData(encoded)), encoded.clone());
    } catch (CMSException | TSPException | RuntimeException e) {
      // The library ends in many ways for signed data that lacks a part.
      throw new IOException("a time stamp must be a token of RFC 3161, but isn't", e);
    }
  }

  /** Returns the token, DER, as other tools take it. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** Returns when, by the authority's clock. */
  public Instant at() {
    return token.getTimeStampInfo().getGenTime().toInstant();
  }

  /**
   * Verifies that it stands for a hash, and that an authority whose certificate comes from those
   * trusted signed it. Whether a certificate was revoked isn't asked, since that needs a network.
   *
   * @param digest SHA-256
   * @throws IOException if that isn't so
   */
  public void verify(byte[] digest, TrustedAuthorities trusted) throws IOException {
    boolean isOfDigest =
        NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())
            && MessageDigest.isEqual(token.getTimeStampInfo().getMessageImprintDigest(), digest);
    if (!isOfDigest) {
      throw new IOException("a time stamp must stand for what it lies beside, but doesn't");
    }
    try {
      X509Certificate signer = certificate(signer());
      // Also whether the certificate is for time stamps alone, and was good then (2.3).
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      trusted.require(signer, token.getCertificates().getMatches(null), at());
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new IOException(
          "a time stamp must be signed by an authority that is trusted, but isn't: "
              + e.getMessage(),
          e);
    }
  }

  @SuppressWarnings("unchecked") // the library's selector isn't of its store's type
  private X509CertificateHolder signer() throws IOException {
    Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
    return found.stream()
        .findFirst()
        .orElseThrow(() -> new IOException("a time stamp must hold its signer's certificate"));
  }

  static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }
}
