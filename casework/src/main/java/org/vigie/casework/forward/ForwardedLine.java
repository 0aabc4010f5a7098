package org.vigie.casework.forward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.mandate.AuditEntry;
import org.vigie.files.digest.Sha256;

/**
 * What leaves of a line of the audit log: who did what when, in which session and under which
 * mandate, and the hash by which the line is found. What people typed as reasons, grounds and
 * recipients stays, and so does any long number, since one may be a telephone's.
 *
 * @param hash {@code sha256:} and 64 hexadecimal digits of the line
 * @param entry the line, or null if it is none
 */
record ForwardedLine(String hash, @Nullable AuditEntry entry) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No telephone number that one may dial from elsewhere has fewer digits (ITU-T E.164). */
  private static final Pattern LONG_NUMBER = Pattern.compile("[+(]?\\d(?:[ ().-]?+\\d){6,}+");

  private static final String NUMBER = "(number)";

  /**
   * Names and marks that are made here have letters among their digits, or a letter before them.
   */
  private static final Pattern OURS = Pattern.compile("(?:[a-z]-)?[0-9a-f]{16,64}");

  static ForwardedLine of(String line) {
    return new ForwardedLine(Sha256.of(line), read(line));
  }

  private static @Nullable AuditEntry read(String line) {
    try {
      return JSON.readValue(line, AuditEntry.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  Optional<AuditEntry> known() {
    return Optional.ofNullable(entry);
  }

  /** Returns what was done; of a line that isn't one, that it isn't. */
  String action() {
    return known().map(AuditEntry::command).map(ForwardedLine::plain).orElse("unreadable line");
  }

  String user() {
    return known().map(AuditEntry::user).map(ForwardedLine::plain).orElse("");
  }

  String detail() {
    return known().map(AuditEntry::detail).map(ForwardedLine::plain).orElse("");
  }

  /** Returns when, in microseconds at the finest, as RFC 5424 has it; nothing if it isn't known. */
  Optional<Instant> at() {
    try {
      return known().map(AuditEntry::at).map(Instant::parse).map(ForwardedLine::micros);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns whether somebody was refused something. */
  boolean isRefusal() {
    return action().startsWith("refused ") || action().contains("used up");
  }

  private static String plain(@Nullable String text) {
    return text == null
        ? ""
        : Arrays.stream(text.split(" ", -1))
            .map(ForwardedLine::withoutNumber)
            .collect(Collectors.joining(" "));
  }

  private static String withoutNumber(String word) {
    int value = word.indexOf('=') + 1;
    String said = word.substring(value).replaceFirst("^~", "");
    return OURS.matcher(said).matches() && !said.chars().allMatch(Character::isDigit)
        ? word
        : LONG_NUMBER.matcher(word).replaceAll(NUMBER);
  }
}
