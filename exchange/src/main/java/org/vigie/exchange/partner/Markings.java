package org.vigie.exchange.partner;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/** Markings as partners write them: {@code TLP:AMBER}, {@code tlp:white}, {@code green}. */
final class Markings {
  private static final String PREFIX = "tlp:";

  private Markings() {}

  /** Returns the marking that a text is, or null. */
  static @Nullable Tlp parse(String text) {
    String label = text.strip().toLowerCase(Locale.ROOT);
    label = label.startsWith(PREFIX) ? label.substring(PREFIX.length()) : label;
    try {
      return Tlp.parse(label.equals("white") ? Tlp.CLEAR.label() : label);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns the stricter of two markings; null if there is neither. */
  static @Nullable Tlp stricter(@Nullable Tlp one, @Nullable Tlp other) {
    return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
  }
}
