package org.vigie.advert;

/**
 * A person's name or alias that an advert's text gives: shown, masked in the risk model, never
 * scored.
 *
 * @param name the name as written
 * @param span where it stands
 */
public record PersonName(String name, Span span) {
  public PersonName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a person's name must not be blank");
    }
  }
}
