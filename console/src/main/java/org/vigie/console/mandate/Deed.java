package org.vigie.console.mandate;

/**
 * What somebody is about to do, as the audit log keeps it.
 *
 * @param command what is asked for
 * @param detail what in particular, by ids and labels, or empty
 * @param session under which sign-in or token, by a key that opens nothing; empty on the command
 *     line
 * @param reason what the person looks for, as they said, or empty
 * @param grounds why this in particular, where a form asks for it; else empty
 * @param recipient to whom it discloses something out of the system, or empty
 */
public record Deed(
    String command,
    String detail,
    String session,
    String reason,
    String grounds,
    String recipient) {
  /** Returns a deed of which no more is to be said. */
  public static Deed of(String command, String detail) {
    return new Deed(command, detail, "", "", "", "");
  }

  /** Returns the same, done in some session. */
  public Deed in(String key) {
    return new Deed(command, detail, key, reason, grounds, recipient);
  }

  /** Returns the same, done for a reason. */
  public Deed because(String why) {
    return new Deed(command, detail, session, why, grounds, recipient);
  }

  /** Returns the same, which discloses something to somebody on some grounds. */
  public Deed disclosing(Disclosure disclosure) {
    return new Deed(command, detail, session, reason, disclosure.grounds(), disclosure.recipient());
  }
}
