package org.vigie.exchange.deconflict;

import java.time.Instant;

/**
 * On what terms one agency asks another.
 *
 * @param from what the asking agency calls itself
 * @param to fingerprint of the key of the other
 * @param mandate reference of the mandate
 * @param made when it asks
 * @param expires until when it may be answered
 */
public record AskedTerms(String from, String to, String mandate, Instant made, Instant expires) {
  public AskedTerms {
    if (!expires.isAfter(made)) {
      throw new IllegalArgumentException("a request must expire after it is made, but doesn't");
    }
  }
}
