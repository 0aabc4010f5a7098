package org.vigie.web.offer;

import java.util.Locale;

/** What looks fine in an offer. None of it is proof. */
public enum FinePoint {
  /** A sign that the text says is not so. */
  DENIED,
  /** A contract is spoken of. */
  CONTRACT,
  /** Hours within what the law of the Union allows are named. */
  HOURS,
  /** Pay by the hour, day, week or month is named. */
  WAGE;

  /** Returns its name in the files of messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
