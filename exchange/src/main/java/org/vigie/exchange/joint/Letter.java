package org.vigie.exchange.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.advert.Mandate;
import org.vigie.exchange.marking.Tlp;

/**
 * What one agency tells another about a case that both look into.
 *
 * @param heading what it is, and about what
 * @param to fingerprint of the key of whom it is for
 * @param mandate under which it is sent
 * @param text the question, or why something is withdrawn; at most {@link #LONGEST} characters
 * @param contacts keys of the contacts that a question is about
 * @param marking how far it may be passed on
 * @param made when
 * @param keepUntil last day (UTC) on which the other side may keep it, and answer a question
 */
public record Letter(
    Heading heading,
    String to,
    Mandate mandate,
    String text,
    List<String> contacts,
    Tlp marking,
    Instant made,
    LocalDate keepUntil) {
  /** Longest text. */
  public static final int LONGEST = 4_000;

  /** Most contacts of one question. */
  public static final int MOST_CONTACTS = 500;

  private static final int LONGEST_CONTACT = 300;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /** Sorts of letters. */
  public enum Kind {
    QUESTION,
    /** With an evidence package. */
    ANSWER,
    WITHDRAWAL;

    /** Returns the name in files and tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the kind of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What a letter is, and about what.
   *
   * @param kind what it is
   * @param id 32 hexadecimal digits, drawn at random
   * @param about the question that is answered, or the letter that is withdrawn; a question's own
   *     id
   */
  public record Heading(Kind kind, String id, String about) {
    public Heading {
      require(isId(id) && isId(about), "ids of 32 digits");
      require((kind == Kind.QUESTION) == id.equals(about), "another letter that it is about");
    }
  }

  public Letter {
    contacts = List.copyOf(contacts);
    require(text.length() <= LONGEST, "a text of at most %d characters".formatted(LONGEST));
    require(
        contacts.size() <= MOST_CONTACTS
            && contacts.stream().allMatch(key -> key.length() <= LONGEST_CONTACT),
        "at most %d contacts".formatted(MOST_CONTACTS));
  }

  /** Returns whether a text may be the id of a letter. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Returns whether its last day is over. */
  public boolean isOver(Instant now) {
    return isOver(keepUntil, now);
  }

  /** Returns whether a last day (UTC) is over. */
  public static boolean isOver(LocalDate last, Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(last);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("a letter must have " + what + ", but hasn't");
    }
  }
}
