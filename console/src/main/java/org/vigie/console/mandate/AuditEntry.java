package org.vigie.console.mandate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One line of the audit log.
 *
 * @param at when, ISO 8601
 * @param user who: the operating system's user
 * @param command what was asked for
 * @param detail what in particular: the query of a search, the id of what is shown, or empty
 * @param mandate id of the mandate
 * @param previous {@code sha256:} and 64 hexadecimal digits of the line before, so that a changed
 *     or missing line shows; of nothing for the first line
 */
@JsonPropertyOrder({"at", "user", "command", "detail", "mandate", "previous"})
public record AuditEntry(
    String at, String user, String command, String detail, String mandate, String previous) {}
