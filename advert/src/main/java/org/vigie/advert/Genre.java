package org.vigie.advert;

import java.util.Locale;

/** What kind of text it is: who speaks, and what for. */
public enum Genre {
  /** Somebody offers work, a service, a room or a partner. */
  OFFER,
  /** Somebody looks for something. */
  REQUEST,
  /** Somebody complains, or cries for help. */
  COMPLAINT,
  /** Somebody warns or teaches. */
  WARNING,
  /** Somebody reports. */
  NEWS,
  /** Something else. */
  OTHER;

  /** Returns its name in files and in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
