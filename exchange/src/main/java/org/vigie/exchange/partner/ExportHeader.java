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
 * @param about the id of the case, alert or cluster that it is of, told apart from those of other
 *     workspaces; empty if it is of nothing but its adverts
 */
public record ExportHeader(String authority, Tlp marking, Instant at, String about) {
  /** A header of what is of its adverts alone. */
  public ExportHeader(String authority, Tlp marking, Instant at) {
    this(authority, marking, at, "");
  }

  /** Returns the marking as people read it: {@code TLP:AMBER+STRICT}. */
  String handling() {
    return "TLP:" + marking.label().toUpperCase(Locale.ROOT);
  }
}
