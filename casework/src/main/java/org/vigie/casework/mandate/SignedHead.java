package org.vigie.casework.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A head with the key that verifies it, as a witness is told.
 *
 * @param key X.509 in Base64
 * @param head how far the log has come
 * @param handovers how former keys led to this one
 */
public record SignedHead(
    String key,
    AuditHead head,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<KeyHandover> handovers) {
  /**
   * @param handovers null where somebody knows of none
   */
  public SignedHead(String key, AuditHead head, @Nullable List<KeyHandover> handovers) {
    this.key = key;
    this.head = head;
    this.handovers = handovers == null ? List.of() : List.copyOf(handovers);
  }

  /** A head of a log whose key was never changed. */
  public SignedHead(String key, AuditHead head) {
    this(key, head, List.of());
  }
}
