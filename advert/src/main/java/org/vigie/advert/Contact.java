package org.vigie.advert;

/**
 * One contact named in an advert's text, with what it cost to read it, or declared beside it.
 *
 * @param type what kind of contact it is
 * @param value normal form: E.164 for a phone, lower case for an e-mail address, {@code
 *     service:name} for a handle such as {@code telegram:example_name}, absolute for a URL, without
 *     spaces and in capitals for an IBAN, {@code network:address} for a wallet
 * @param country ISO 3166-1 alpha-2 code of a phone's country in capitals, or empty
 * @param span where it stands; empty if the text doesn't name it
 * @param disguise number of disguising steps that had to be undone; 0 if it was written plainly
 */
public record Contact(ContactType type, String value, String country, Span span, int disguise) {
  public Contact {
    if (value.isBlank() || disguise < 0) {
      throw new IllegalArgumentException(
          "a contact needs a value and a disguise of at least 0, but disguise was " + disguise);
    }
  }

  /** Returns a contact that a site declares without its being in the text. */
  public static Contact declared(ContactType type, String value) {
    return declared(type, value, "");
  }

  /**
   * Returns a contact that a site declares without its being in the text.
   *
   * @param country of a phone, ISO 3166-1 alpha-2, or empty
   */
  public static Contact declared(ContactType type, String value, String country) {
    return new Contact(type, value, country, new Span(0, 0), 0);
  }

  /** Returns whether it stands in the text. */
  public boolean standsInText() {
    return span.length() > 0;
  }

  /**
   * Returns type and value as one word, such as {@code phone:+33639980001}: the same contact, the
   * same key.
   */
  public String key() {
    return type.label() + ":" + value;
  }

  /**
   * Returns the type of the contact that a {@link #key} names.
   *
   * @throws IllegalArgumentException if it is no key
   */
  public static ContactType typeOf(String key) {
    return ContactType.parse(key.substring(0, Math.max(0, key.indexOf(':'))));
  }
}
