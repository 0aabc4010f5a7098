package org.vigie.casework.mandate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.vigie.advert.Mandate;

/** Mandates that authorise nothing but trying Vigie out, and say so. */
public final class SyntheticMandate {
  private static final String NO_BASIS = "none: no personal data of real people may be processed";

  private SyntheticMandate() {}

  /** Returns the demo's mandate: one day, over a synthetic web and its pictures. */
  public static Mandate forDemo(String user, Instant now) {
    return new Mandate(
        "Vigie demo",
        NO_BASIS,
        "show the main job on a synthetic web",
        "demo",
        user,
        now.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS),
        Set.of(Mandate.Permission.PICTURES));
  }

  /** Returns a mandate for learning with synthetic or public research data: seven days. */
  public static Mandate forTrial(String user, Instant now) {
    return new Mandate(
        "Vigie trial",
        NO_BASIS,
        "learn how Vigie works with synthetic or public research data",
        "trial",
        user,
        now.plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS));
  }

  /** Returns whether a mandate is one of these. */
  public static boolean is(Mandate mandate) {
    return mandate.legalBasis().equals(NO_BASIS);
  }
}
