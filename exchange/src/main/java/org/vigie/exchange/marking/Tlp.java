package org.vigie.exchange.marking;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far something may be passed on: Traffic Light Protocol 2.0.
 *
 * @see <a href="https://www.first.org/tlp/">FIRST (2022)</a>
 */
public enum Tlp {
  /** For the eyes of those addressed alone. */
  RED,
  /** Within the recipient's organization alone. */
  AMBER_STRICT,
  /** Within the recipient's organization and those it works for, who need to know. */
  AMBER,
  /** Within the recipient's community. */
  GREEN,
  /** Without limit. */
  CLEAR;

  /** Returns the name as the protocol writes it, in lower case, such as {@code amber+strict}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '+');
  }

  /**
   * Returns what a label names.
   *
   * @throws IllegalArgumentException if nothing
   */
  public static Tlp parse(String label) {
    return Arrays.stream(values())
        .filter(tlp -> tlp.label().equalsIgnoreCase(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a TLP marking must be one of red, amber+strict, amber, green, clear, but wasn't"));
  }
}
