package org.vigie.files.yaml;

import java.util.Optional;

/**
 * A whole number with a unit.
 *
 * @param number at least 0
 * @param unit the letters after it
 */
record Quantity(long number, String unit) {
  /** Nine digits: no unit in use overflows a long with them. */
  private static final int MAX_DIGITS = 9;

  /** Returns the quantity that a text says, or nothing if it isn't digits and then a unit. */
  static Optional<Quantity> parse(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > MAX_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(
        new Quantity(Long.parseLong(text.substring(0, digits)), text.substring(digits).strip()));
  }
}
