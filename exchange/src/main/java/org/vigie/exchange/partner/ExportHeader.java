package org.vigie.exchange.partner;

import java.time.Instant;
import org.vigie.exchange.marking.Tlp;

/**
 * What an export says of itself.
 *
 * @param authority who hands it over
 * @param marking how far it may be passed on
 * @param at when
 */
public record ExportHeader(String authority, Tlp marking, Instant at) {}
