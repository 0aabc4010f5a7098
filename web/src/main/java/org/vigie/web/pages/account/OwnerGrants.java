package org.vigie.web.pages.account;

import java.security.PublicKey;
import java.util.Optional;
import org.vigie.casework.AdminRequest;
import org.vigie.casework.guarded.OwnerKeys;
import org.vigie.casework.guarded.OwnerRequest;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.web.AccessFilter;
import org.vigie.web.Visit;

/** What an owner's key that is kept offline grants in the place of a second admin. */
public final class OwnerGrants {
  private final OwnerKeys keys;
  private final AccessFilter.Traces traces;

  public OwnerGrants(OwnerKeys keys, AccessFilter.Traces traces) {
    this.keys = keys;
    this.traces = traces;
  }

  /** Returns the line to be signed for a request that waits; empty if there is no key. */
  String line(AdminRequest request) {
    return request.isPending()
        ? keys.inForce().map(key -> OwnerRequest.of(request, key).line()).orElse("")
        : "";
  }

  /**
   * Returns who decides a request: whoever asks for the page, or the owner's key if the form has
   * its code; nothing if that code isn't the key's for this very request.
   */
  Optional<String> decider(Visit visit, AdminRequest request) {
    String code = visit.form("owner-code").strip();
    if (code.isEmpty()) {
      return Optional.of(visit.account().name());
    }
    return keys.inForce()
        .filter(key -> OwnerRequest.of(request, key).isSigned(key, code))
        .map(key -> OwnerKeys.NAME);
  }

  /** Logs a grant, or a refusal, if it was the key that gave it. */
  void log(Visit visit, AdminRequest request, String by, boolean granted) {
    Optional<PublicKey> key = by.equals(OwnerKeys.NAME) ? keys.inForce() : Optional.empty();
    key.ifPresent(used ->
        traces.log(
            visit.account().name(),
            AuditEvent.of(
                    "owner key",
                    "%s id=%d kind=%s key=%s"
                        .formatted(
                            granted ? "granted" : "declined",
                            request.id(),
                            request.kind(),
                            AuditKey.fingerprint(used)))
                .in(visit.session().id())
                .because(visit.session().reason().orElse(""))));
  }
}
