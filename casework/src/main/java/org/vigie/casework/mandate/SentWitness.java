package org.vigie.casework.mandate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Finding;
import org.vigie.casework.send.MailTarget;
import org.vigie.casework.send.MessageTarget;
import org.vigie.casework.send.SyslogTarget;
import org.vigie.files.owner.OwnerOnly;

/**
 * A witness that heads are sent to and that can't be asked: a receiver of syslog (RFC 5424), each
 * head a message, or a mailbox, at most one each quarter of an hour. What it kept is handed over as
 * a file.
 */
final class SentWitness implements AuditWitness {
  /** A mail for each line would bury its reader. */
  static final Duration BETWEEN_MAILS = Duration.ofMinutes(15);

  /** A page waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The facility for audits, and informational (RFC 5424, section 6.2.1). */
  private static final int PRIORITY = 13 * 8 + 6;

  private static final List<String> SCHEMES =
      List.of("syslog+tls://", "syslog+tcp://", "smtp+tls://", "smtp://");

  private static final int LINE = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String place;
  private final @Nullable Path authority;
  private final Path last;

  /**
   * @param authority file of certificates that the receiver's must come from, or null for those
   *     that Java trusts
   * @param last file of the time at which a mail was sent last
   */
  SentWitness(String place, @Nullable Path authority, Path last) {
    this.place = place;
    this.authority = authority;
    this.last = last;
  }

  /** Returns whether a place is one that is sent to. */
  static boolean isSent(String place) {
    return SCHEMES.stream().anyMatch(place::startsWith);
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public boolean isAskable() {
    return false;
  }

  @Override
  public void tell(SignedHead head) throws IOException {
    if (!place.startsWith("smtp")) {
      syslog().take(List.of(message(head)));
    } else if (isTime(Instant.parse(head.head().at()))) {
      String subject = "Vigie: the audit log has come to byte " + head.head().bytes();
      MailTarget.at(place, authority, PATIENCE, subject).take(List.of(block(head)));
      Files.writeString(OwnerOnly.file(last), head.head().at());
    }
  }

  private MessageTarget syslog() throws IOException {
    URI address = URI.create(place);
    if (place.startsWith("syslog+tls:")) {
      return SyslogTarget.overTls(address, authority).within(PATIENCE);
    }
    return SyslogTarget.overTcp(address).within(PATIENCE);
  }

  private boolean isTime(Instant now) throws IOException {
    if (!Files.exists(last)) {
      return true;
    }
    try {
      Instant sent = Instant.parse(Files.readString(last).strip());
      return now.isBefore(sent) || !now.isBefore(sent.plus(BETWEEN_MAILS));
    } catch (DateTimeParseException e) {
      return true;
    }
  }

  private static String message(SignedHead head) throws IOException {
    return "<%d>1 %s - vigie - head - %s"
        .formatted(PRIORITY, head.head().at(), JSON.writeValueAsString(head));
  }

  /** Short lines of letters and digits, which no mail server writes anew. */
  private static String block(SignedHead head) throws IOException {
    String text =
        Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(JSON.writeValueAsBytes(head));
    return "-----BEGIN VIGIE HEAD-----\n" + text + "\n-----END VIGIE HEAD-----";
  }

  @Override
  public Testimony recall() throws IOException {
    throw new WitnessException(Finding.of("witness-kept-elsewhere"));
  }
}
