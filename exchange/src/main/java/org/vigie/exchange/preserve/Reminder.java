package org.vigie.exchange.preserve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.vigie.advert.ContentId;

/**
 * An entry for a calendar, a week before what was preserved may be deleted. It names the form and
 * the case, and nobody.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
public final class Reminder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Reminder() {}

  /** Returns the entry of a draft by which a time runs. */
  public static String of(PreservationDraft draft) {
    Instant made = draft.wish().madeAt();
    String caseId = escaped(draft.wish().mandate().caseId());
    String day = draft.lastDay().format(DateTimeFormatter.BASIC_ISO_DATE);
    String uid = ContentId.of("p-", draft.form().name(), caseId, made.toString());
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vigie//preserve//EN",
        "BEGIN:VEVENT",
        "UID:" + uid,
        "DTSTAMP:" + STAMP.format(made),
        "DTSTART;VALUE=DATE:" + day,
        folded("SUMMARY:" + draft.form().name() + " " + caseId),
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:" + draft.form().name(),
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", " ");
  }

  /** A line holds at most 75 bytes; 18 characters are never more than that (RFC 5545, 3.1). */
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int count = 0;
    for (int c : line.codePoints().toArray()) {
      if (count == 18) {
        folded.append("\r\n ");
        count = 0;
      }
      folded.appendCodePoint(c);
      count++;
    }
    return folded.toString();
  }
}
