package org.vigie.casework.push;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;

/**
 * Whom a connection to a partner's server trusts, and how long it waits.
 *
 * @param context with the authorities that vouch for the server; its name is checked in any case
 * @param patience how long an answer may take
 */
public record ServerTrust(SSLContext context, Duration patience) {
  /** An event of thousands of adverts takes a server its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Reads it.
   *
   * @param roots certificates (PEM) of the partner's authority; null for those that Java trusts
   * @throws UserError if the file holds none
   */
  public static ServerTrust of(@Nullable Path roots) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(roots == null ? null : store(roots));
      context.init(null, factory.getTrustManagers(), null);
      return new ServerTrust(context, PATIENCE);
    } catch (GeneralSecurityException e) {
      throw UserError.ofInput("--ca must hold certificates (X.509, PEM), but doesn't");
    }
  }

  private static KeyStore store(Path roots) throws IOException, GeneralSecurityException {
    if (!Files.isRegularFile(roots)) {
      throw UserError.ofInput("--ca must be a file of certificates, but there is none");
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(roots)) {
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("root-" + number++, each);
      }
      if (number == 0) {
        throw UserError.ofInput("--ca must hold certificates (X.509, PEM), but holds none");
      }
    }
    return store;
  }
}
