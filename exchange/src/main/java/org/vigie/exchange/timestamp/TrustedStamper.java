package org.vigie.exchange.timestamp;

import java.io.IOException;
import java.net.URI;

/**
 * An authority for time stamps whose stamps count only if its certificate comes from known roots.
 *
 * @param address where it stamps, over http or https
 * @param roots the certificates that its own must come from
 */
public record TrustedStamper(URI address, TrustedAuthorities roots) {
  /**
   * Has a hash stamped, and verifies the stamp.
   *
   * @param digest SHA-256
   * @throws IOException if the authority can't be reached, refuses, or isn't trusted
   */
  public TimeStamp stamp(byte[] digest) throws IOException {
    TimeStamp stamp = new TimeStampAuthority(address).stamp(digest);
    stamp.verify(digest, roots);
    return stamp;
  }
}
