package org.vigie.casework.line;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.files.digest.Sha256;

/**
 * TLS 1.3 between two consoles that know each other's certificates. No authority vouches for them:
 * people read the fingerprints to each other, so that nobody else's word counts.
 */
public final class LineTls {
  private static final String VERSION = "TLSv1.3";

  private LineTls() {}

  /**
   * Returns what makes connections.
   *
   * @param key file of our private key
   * @param certificate file of our certificate
   * @param known tells by SHA-256, in hexadecimal digits, whose certificates are taken
   */
  public static SSLContext of(Path key, Path certificate, Predicate<String> known, Clock clock)
      throws IOException {
    RecipientKey own = RecipientKey.read(key, certificate);
    try {
      char[] none = new char[0];
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, none);
      store.setKeyEntry("own", own.key(), none, new Certificate[] {own.certificate()});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, none);
      SSLContext context = SSLContext.getInstance(VERSION);
      context.init(keys.getKeyManagers(), new TrustManager[] {new Known(known, clock)}, null);
      // A session that is resumed asks nobody whether the certificate is still taken.
      for (SSLSessionContext sessions :
          List.of(context.getServerSessionContext(), context.getClientSessionContext())) {
        sessions.setSessionTimeout(1);
        sessions.setSessionCacheSize(1);
      }
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 11 on has TLS 1.3", e);
    }
  }

  /** Returns what both sides ask of a connection. */
  static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {VERSION});
    parameters.setNeedClientAuth(true);
    return parameters;
  }

  /** Returns the SHA-256 of the certificate that the other side has shown. */
  static String peer(SSLSession session) throws SSLPeerUnverifiedException {
    return fingerprint(session.getPeerCertificates()[0]);
  }

  private static String fingerprint(Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read must be one to write", e);
    }
  }

  /** Takes the certificates that are known, while they hold. */
  private static final class Known extends X509ExtendedTrustManager {
    private final Predicate<String> known;
    private final Clock clock;

    Known(Predicate<String> known, Clock clock) {
      this.known = known;
      this.clock = clock;
    }

    private void require(X509Certificate... chain) throws CertificateException {
      if (chain.length == 0 || !known.test(fingerprint(chain[0]))) {
        throw new CertificateException("a certificate must be a known partner's, but isn't");
      }
      chain[0].checkValidity(Date.from(clock.instant()));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      require(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      require(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      require(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      require(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
