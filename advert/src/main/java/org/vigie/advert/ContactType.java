package org.vigie.advert;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of contact an advert may name. */
public enum ContactType {
  PHONE,
  EMAIL,
  HANDLE,
  URL,
  /** A bank account by its IBAN (ISO 13616). */
  IBAN,
  /** An address on a network of cryptocurrency. */
  WALLET,
  /** An account of a site: the site, a space, and the name that the account shows there. */
  ACCOUNT,
  /** A picture, by its exact hash. */
  PICTURE;

  /**
   * Returns whether a contact of this type leads to somebody: a link leads to a page, whoever wrote
   * it, and accounts and pictures only tell which adverts belong together.
   */
  public boolean leadsToSomebody() {
    return this != URL && this != ACCOUNT && this != PICTURE;
  }

  /** Returns the lower-case form used in files, queries and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the type that a label names, whatever its case.
   *
   * @throws IllegalArgumentException if none has that label
   */
  public static ContactType parse(String label) {
    for (ContactType type : values()) {
      if (type.name().equalsIgnoreCase(label)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "a contact's type must be one of "
            + Arrays.toString(values()).toLowerCase(Locale.ROOT)
            + ", but was another word");
  }
}
