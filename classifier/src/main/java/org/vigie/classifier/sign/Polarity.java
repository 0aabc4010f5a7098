package org.vigie.classifier.sign;

import java.util.Locale;

/** What a text does with a sign. */
public enum Polarity {
  /** It says it: of its own offer, or of what happened. */
  SAID,
  /** It says that it is not so. */
  DENIED,
  /** It asks whether it is so. */
  ASKED,
  /** It says what if. */
  CONDITIONAL,
  /** It warns of it. */
  WARNED,
  /** It reports it of others, as news do. */
  REPORTED,
  /** It wishes it. */
  WISHED;

  /** Returns its name in files and in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
