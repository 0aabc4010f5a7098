package org.vigie.crawler;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.vigie.world.hostile.Certificates;

/** A certificate authority that this process trusts, and no other, until it is closed. */
final class TrustedAuthority implements AutoCloseable {
  private static final List<String> TRUST =
      List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword");

  private final Map<String, String> before = new HashMap<>();
  private final Path folder;
  private final Certificates certificates;

  /**
   * @param folder an empty one for its keys
   */
  TrustedAuthority(Path folder) throws Exception {
    this.folder = folder;
    certificates = new Certificates(folder);
    TRUST.forEach(name -> before.put(name, System.getProperty(name)));
    System.setProperty(TRUST.get(0), certificates.trustStore().toString());
    System.setProperty(TRUST.get(1), Certificates.PASSWORD);
  }

  Certificates certificates() {
    return certificates;
  }

  /** Returns the SHA-256 of a certificate as the JDK's own tools compute it. */
  String digest(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      store.load(in, Certificates.PASSWORD.toCharArray());
    }
    byte[] encoded = store.getCertificate(name).getEncoded();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded);
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  @Override
  public void close() {
    before.forEach((name, value) -> {
      if (value == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, value);
      }
    });
  }
}
