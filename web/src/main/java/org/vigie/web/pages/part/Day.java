package org.vigie.web.pages.part;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A day as a form brings it: ISO 8601, with a year of four digits, as far as any time goes. */
public final class Day {
  /** The last of such days: the one after it is written otherwise. */
  public static final String LAST = "9999-12-31";

  private Day() {}

  /** Returns the day that a text is, if it is one. */
  public static Optional<LocalDate> in(String text) {
    try {
      return text.length() == "uuuu-MM-dd".length()
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a text is a day, or none at all. */
  public static boolean isOne(String text) {
    return text.isEmpty() || in(text).isPresent();
  }
}
