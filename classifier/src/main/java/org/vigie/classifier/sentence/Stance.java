package org.vigie.classifier.sentence;

import java.util.Locale;

/** What a sentence does with a sign that stands in it. */
public enum Stance {
  /** The offer says it of itself, or somebody complains of what befell them. */
  SAID,
  /** The offer says that it is not so. */
  DENIED,
  /** A warning, a report or an offer of help tells of it. */
  REPORTED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
