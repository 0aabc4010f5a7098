package org.vigie.advert;

/**
 * A person's name or alias that an advert's text gives: shown, never told to the risk model, never
 * scored.
 *
 * @param name the name in its normal form: disguises undone, a capital at the start of each word;
 *     as written, it stands at {@code span}
 * @param span where it stands
 */
public record PersonName(String name, Span span) {
  public PersonName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a person's name must not be blank");
    }
  }
}
