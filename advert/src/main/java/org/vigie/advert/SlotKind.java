package org.vigie.advert;

import java.util.Locale;

/** What kind of thing stands in a slot of a {@link Template}. */
public enum SlotKind {
  PHONE,
  EMAIL,
  HANDLE,
  LINK,
  IBAN,
  WALLET,
  /** A person's name or alias. */
  NAME,
  PLACE,
  PRICE,
  AGE,
  /** How long or when is worked. */
  HOURS,
  /** A number that is none of the others, or a date. */
  NUMBER,
  /** Whatever else, or things of several kinds. */
  WORDS;

  /**
   * Returns the kind of a contact that stands in a text; words for what never stands in one, as an
   * account or a picture.
   */
  public static SlotKind of(ContactType type) {
    return switch (type) {
      case PHONE -> PHONE;
      case EMAIL -> EMAIL;
      case HANDLE -> HANDLE;
      case URL -> LINK;
      case IBAN -> IBAN;
      case WALLET -> WALLET;
      case ACCOUNT, PICTURE -> WORDS;
    };
  }

  /** Returns the lower-case form used in files and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
