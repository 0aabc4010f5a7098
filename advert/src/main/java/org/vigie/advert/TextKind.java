package org.vigie.advert;

/**
 * What kind of text an advert is, as a model tells it.
 *
 * @param genre the kind
 * @param sureness its share of what all kinds have, in [0, 1]
 */
public record TextKind(Genre genre, double sureness) {
  public TextKind {
    if (!(sureness >= 0 && sureness <= 1)) {
      throw new IllegalArgumentException("sureness must be in [0, 1], but was " + sureness);
    }
  }
}
