package org.vigie.casework.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. Lines of former versions have neither session nor reason, grounds or
 * recipient; where one of these is empty, the line leaves it out.
 *
 * @param at when, ISO 8601
 * @param user who: the operating system's user, or the account of the pages
 * @param session under which sign-in or token, or empty
 * @param command what was asked for
 * @param detail what in particular: the id of what is shown, or empty
 * @param reason what for: what was said at sign-in, of a case or of a token, or the purpose of the
 *     mandate; empty where nothing of adverts is shown
 * @param grounds why this in particular, or empty
 * @param recipient to whom something is disclosed, or empty
 * @param shown ids of what was shown, apart by spaces, or the {@code sha256:} of a list of them in
 *     the folder {@code shown} beside the log; empty if nothing was
 * @param count how many were shown; 0 if nothing was
 * @param file {@code sha256:} of the file that was handed out, or empty
 * @param mandate id of the mandate
 * @param database how many changes the case database had by then ({@link DatabaseAge}), before the
 *     act: the line after it says how many it has since; null if that isn't known
 * @param previous {@code sha256:} and 64 hexadecimal digits of the line before, so that a changed
 *     or missing line shows; of nothing for the first line
 */
@JsonPropertyOrder({
  "at",
  "user",
  "session",
  "command",
  "detail",
  "reason",
  "grounds",
  "recipient",
  "shown",
  "count",
  "file",
  "mandate",
  "database",
  "previous"
})
public record AuditEntry(
    String at,
    String user,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String session,
    String command,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String grounds,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String recipient,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String shown,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long count,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String file,
    String mandate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long database,
    String previous) {
  public AuditEntry {
    Objects.requireNonNull(at, "an entry must say when");
    session = orEmpty(session);
    reason = orEmpty(reason);
    grounds = orEmpty(grounds);
    recipient = orEmpty(recipient);
    shown = orEmpty(shown);
    file = orEmpty(file);
  }

  /** An entry of something that showed nothing. */
  AuditEntry(
      String at,
      String user,
      String session,
      String command,
      String detail,
      String reason,
      String grounds,
      String recipient,
      String mandate,
      String previous) {
    this(
        at, user, session, command, detail, reason, grounds, recipient, "", 0, "", mandate, null,
        previous);
  }

  private static String orEmpty(@Nullable String absent) {
    return Objects.requireNonNullElse(absent, "");
  }
}
