package org.vigie.casework.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a witness knows of one audit log.
 *
 * @param key the public key that it knew the log by at first, X.509 in Base64; empty if it knows
 *     nothing
 * @param heads in the order in which it was told them
 * @param handovers from that key to those that took its place
 */
public record Testimony(
    String key,
    List<AuditHead> heads,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<KeyHandover> handovers) {
  /**
   * @param handovers null where somebody knows of none
   */
  public Testimony(String key, List<AuditHead> heads, @Nullable List<KeyHandover> handovers) {
    this.key = key;
    this.heads = List.copyOf(heads);
    this.handovers = handovers == null ? List.of() : List.copyOf(handovers);
  }

  /** What is known of a log whose key was never changed. */
  public Testimony(String key, List<AuditHead> heads) {
    this(key, heads, List.of());
  }

  /** Returns the keys that it knows the log by. */
  AuditKeys keys() {
    return AuditKeys.from(key, handovers);
  }
}
