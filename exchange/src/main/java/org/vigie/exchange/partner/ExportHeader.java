package org.vigie.exchange.partner;

import java.time.Instant;
import java.util.Locale;
import org.vigie.exchange.marking.Tlp;

/**
 * What an export says of itself.
 *
 * @param authority who hands it over
 * @param marking how far it may be passed on
 * @param at when
 */
public record ExportHeader(String authority, Tlp marking, Instant at) {
  /** Returns the marking as people read it: {@code TLP:AMBER+STRICT}. */
  String handling() {
    return "TLP:" + marking.label().toUpperCase(Locale.ROOT);
  }
}
