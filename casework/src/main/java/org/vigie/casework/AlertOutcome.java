package org.vigie.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of an alert. */
public enum AlertOutcome {
  /** Worth following. */
  LEAD,
  /** Nothing to it. */
  NOTHING,
  /** Known from another alert. */
  DUPLICATE,
  /** Handed to another authority: asked for by one person and granted by another. */
  REFERRED;

  /** Returns the name in forms, in the store and in phrases. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AlertOutcome> find(String label) {
    return Arrays.stream(values()).filter(outcome -> outcome.label().equals(label)).findFirst();
  }
}
