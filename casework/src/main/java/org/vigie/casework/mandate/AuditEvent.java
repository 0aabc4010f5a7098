package org.vigie.casework.mandate;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody is about to do, as the audit log keeps it.
 *
 * @param command what is asked for
 * @param detail what in particular, by ids and labels, or empty
 * @param words what was typed to find it, by name: of these the log keeps a {@linkplain
 *     AuditSeal#mark mark} each, since it holds no content
 * @param session under which sign-in or token, by a key that opens nothing; empty on the command
 *     line
 * @param reason what the person looks for, as they said, or empty
 * @param disclosure to whom it discloses something out of the system; its grounds are why this in
 *     particular, where a form asks for it
 * @param shown what it shows
 * @param file {@code sha256:} of the file that it hands out, or empty
 */
public record AuditEvent(
    String command,
    String detail,
    SortedMap<String, String> words,
    String session,
    String reason,
    Disclosure disclosure,
    ShownIds shown,
    String file) {
  /** What an id or a label is made of, with its kind or without; anything else might be content. */
  private static final Pattern ID =
      Pattern.compile("(?:(?:advert|cluster|alert|case):)?[A-Za-z0-9.-]{1,64}");

  public AuditEvent {
    words = new TreeMap<>(words);
  }

  /** Returns an event of which no more is to be said. */
  public static AuditEvent of(String command, String detail) {
    return new AuditEvent(
        command, detail, new TreeMap<>(), "", "", Disclosure.NONE, ShownIds.none(), "");
  }

  /** Returns whether a text is made as ids and labels are, and so may stand in the log. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns an event about what somebody typed the id of, or something else instead of one. */
  public static AuditEvent named(String command, String typed) {
    return isId(typed) ? of(command, typed) : of(command, "").typed("id", typed);
  }

  /** Returns the same, for which some words were typed. */
  public AuditEvent typed(String name, String text) {
    SortedMap<String, String> more = new TreeMap<>(words);
    more.merge(name, text, (one, other) -> one + "\n" + other);
    return new AuditEvent(command, detail, more, session, reason, disclosure, shown, file);
  }

  /** Returns the same, done in some session. */
  public AuditEvent in(String key) {
    return new AuditEvent(command, detail, words, key, reason, disclosure, shown, file);
  }

  /** Returns the same, done for a reason. */
  public AuditEvent because(String why) {
    return new AuditEvent(command, detail, words, session, why, disclosure, shown, file);
  }

  /** Returns the same, which discloses something to somebody on some grounds. */
  public AuditEvent disclosing(Disclosure what) {
    return new AuditEvent(command, detail, words, session, reason, what, shown, file);
  }

  /** Returns the same, which shows something. */
  public AuditEvent showing(ShownIds ids) {
    return new AuditEvent(command, detail, words, session, reason, disclosure, ids, file);
  }

  /**
   * Returns the same, which hands out a file.
   *
   * @param hash {@code sha256:} and 64 hexadecimal digits
   */
  public AuditEvent handingOut(String hash) {
    return new AuditEvent(command, detail, words, session, reason, disclosure, shown, hash);
  }
}
