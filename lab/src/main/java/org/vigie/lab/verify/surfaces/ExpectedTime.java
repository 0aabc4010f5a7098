package org.vigie.lab.verify.surfaces;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A time as the frozen pages' keeper wrote it: an instant, or a day where no more is known. */
record ExpectedTime(@Nullable Instant instant, @Nullable LocalDate day) {
  static ExpectedTime of(String text) {
    String start = text.strip();
    if (start.length() == 10 || start.contains("day only")) {
      return new ExpectedTime(null, LocalDate.parse(start.substring(0, 10)));
    }
    String iso = start.replace(' ', 'T').replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    try {
      return new ExpectedTime(OffsetDateTime.parse(iso).toInstant(), null);
    } catch (DateTimeException e) {
      return new ExpectedTime(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC), null);
    }
  }

  boolean agrees(@Nullable Instant found) {
    if (found == null) {
      return false;
    }
    return instant != null
        ? Math.abs(found.getEpochSecond() - instant.getEpochSecond()) <= 1
        : found.atZone(ZoneOffset.UTC).toLocalDate().equals(day);
  }
}
