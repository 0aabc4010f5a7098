package org.vigie.casework;

import java.time.Instant;
import java.util.Locale;

/**
 * That something is kept and not otherwise processed (Directive (EU) 2016/680, Art. 16(3)).
 *
 * @param number of it
 * @param at since when
 * @param account who said so
 * @param subject the advert, cluster or contact
 * @param ground on which of the two grounds
 * @param why in the person's own words
 */
public record Restriction(
    long number, Instant at, String account, Subject subject, Ground ground, String why) {
  /** Why it may be restricted rather than erased. */
  public enum Ground {
    /**
     * Its accuracy is contested and can't be told (a): whoever contests it is told before it ends.
     */
    ACCURACY,
    /** It must be kept for the purposes of evidence (b). */
    EVIDENCE;

    /** Returns the name in forms, commands and phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
