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
  WALLET;

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
