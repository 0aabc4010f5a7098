package org.vigie.advert;

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
}
