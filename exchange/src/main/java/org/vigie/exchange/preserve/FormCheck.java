package org.vigie.exchange.preserve;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * That somebody held a form against the official one and its annexes.
 *
 * @param by who did
 * @param on when
 */
public record FormCheck(String by, LocalDate on) {
  private static final String BY = "checked-by";
  private static final String ON = "checked-on";

  /**
   * Reads who checked a form, from its file.
   *
   * @return null if the file says that nobody did
   * @throws UserError if one of the two keys stands alone, or the day is none
   */
  static @Nullable FormCheck read(Section file) {
    String by = file.text(BY, "").strip();
    String on = file.text(ON, "").strip();
    if (by.isEmpty() && on.isEmpty()) {
      return null;
    }
    if (by.isEmpty() || on.isEmpty()) {
      throw UserError.ofInput(
          "%s and %s must both be there or neither, but one is"
              .formatted(file.place(BY), file.place(ON)));
    }
    try {
      return new FormCheck(by, LocalDate.parse(on));
    } catch (DateTimeParseException e) {
      throw UserError.ofInput(
          "%s must be a day such as 2026-03-01, but was something else".formatted(file.place(ON)));
    }
  }
}
