package org.vigie.exchange.bag;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.files.digest.Sha256;

/**
 * A time stamp of a bag that holds, by the roots that it was held against.
 *
 * @param at when it was made
 * @param roots the roots; if they lay in the bag, whoever made it chose them
 */
public record BagStamp(Instant at, List<Root> roots) {
  /**
   * A certificate from which others come.
   *
   * @param subject whose it is, as it says itself
   * @param digest {@code sha256:} of the certificate: what an authority publishes
   */
  public record Root(String subject, String digest) {}

  public BagStamp {
    roots = List.copyOf(roots);
  }

  static BagStamp of(Instant at, TrustedAuthorities trusted) throws GeneralSecurityException {
    List<Root> roots = new ArrayList<>();
    for (X509Certificate root : trusted.certificates()) {
      roots.add(new Root(root.getSubjectX500Principal().getName(), Sha256.of(root.getEncoded())));
    }
    return new BagStamp(at, roots);
  }
}
