package org.vigie.web;

import java.util.Locale;

/**
 * What asking for an address does in the eyes of the law: the kinds that Directive (EU) 2016/680,
 * Art. 25 wants logged, and those it doesn't.
 */
public enum Act {
  /** Shows nothing of an advert and changes nothing that lasts. */
  NONE,
  COLLECTION,
  CONSULTATION,
  COMBINATION,
  ALTERATION,
  DISCLOSURE,
  ERASURE;

  boolean isLogged() {
    return this != NONE;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
