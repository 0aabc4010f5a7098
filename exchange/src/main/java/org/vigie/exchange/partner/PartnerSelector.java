package org.vigie.exchange.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/**
 * One contact in a partner's list.
 *
 * @param contact as the list writes it, or a key such as {@code handle:telegram:example_name} where
 *     the list says apart what belongs together
 * @param note what the list says of it, in one line, or empty
 * @param marking how far it may be passed on; null if the list doesn't say
 * @param until last day (UTC) on which it holds; null if the list doesn't say
 */
public record PartnerSelector(
    String contact, String note, @Nullable Tlp marking, @Nullable LocalDate until) {
  /** The longest note that is taken over. */
  private static final int LONGEST_NOTE = 200;

  public PartnerSelector {
    contact = contact.strip();
    // YAML takes some of these as ends of lines, and the others not at all.
    note = note.replaceAll("[\\s\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}\\x{FFFE}\\x{FFFF}]+", " ").strip();
    if (note.length() > LONGEST_NOTE) {
      int end = LONGEST_NOTE - (Character.isHighSurrogate(note.charAt(LONGEST_NOTE - 1)) ? 1 : 0);
      note = note.substring(0, end) + "…";
    }
  }
}
