package org.vigie.casework.mandate;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/** A line that is to be written to the audit log. */
final class WaitingLine {
  final Instant at;
  final String user;
  final AuditEvent event;
  final String mandate;
  boolean isDurable;
  @Nullable UserError refusal;

  WaitingLine(Instant at, String user, AuditEvent event, String mandate) {
    this.at = at;
    this.user = user;
    this.event = event;
    this.mandate = mandate;
  }

  boolean is(String command) {
    return event.command().equals(command);
  }

  /**
   * Returns the line that follows another.
   *
   * @param changes of the case database; nothing if that isn't known
   */
  AuditEntry after(String previous, AuditSeal.Heads heads, ShownLists lists, OptionalLong changes)
      throws IOException {
    StringBuilder detail = new StringBuilder(event.detail());
    for (Map.Entry<String, String> typed : event.words().entrySet()) {
      detail.append(detail.isEmpty() ? "" : " ").append(typed.getKey());
      detail.append('=').append(heads.mark(typed.getValue()));
    }
    return new AuditEntry(
        at.toString(),
        user,
        event.session(),
        event.command(),
        detail.toString(),
        event.reason(),
        event.disclosure().grounds(),
        event.disclosure().recipient(),
        lists.say(event.shown()),
        event.shown().ids().size(),
        event.file(),
        mandate,
        changes.isPresent() ? changes.getAsLong() : null,
        Sha256.of(previous));
  }
}
