package org.vigie.advert;

import java.util.Locale;

/** What an advert most looks like. */
public enum Outcome {
  RISK,
  INDEPENDENT,
  BUSINESS,
  SPAM_OR_SCAM,
  /** The model abstains: it doesn't know enough to say. */
  UNDETERMINED;

  /** Stands where an advert has no outcome, since nothing reads its language. */
  public static final String NOT_ASSESSED = "not-assessed";

  /** Returns the lower-case form used in files, queries and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
