package org.vigie.advert;

import java.util.Locale;

/** How soon a person should look at an alert. */
public enum Severity {
  NOTICE,
  WARNING,
  URGENT;

  /** Returns the lower-case form used in files, queries and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
