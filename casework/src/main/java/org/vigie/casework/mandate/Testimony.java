package org.vigie.casework.mandate;

import java.util.List;

/**
 * What a witness knows of one audit log.
 *
 * @param key the public key it knows the log by, X.509 in Base64; empty if it knows nothing
 * @param heads in the order in which it was told them
 */
public record Testimony(String key, List<AuditHead> heads) {
  public Testimony {
    heads = List.copyOf(heads);
  }
}
