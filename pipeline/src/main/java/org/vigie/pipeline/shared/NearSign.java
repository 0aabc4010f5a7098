package org.vigie.pipeline.shared;

import java.util.List;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Reason;
import org.vigie.pipeline.alert.ControlSigns;

/**
 * Tells of adverts that say no strong sign of control, but nearly one: too unsure to be shown as
 * said, and telling where others of the same network say one.
 */
public final class NearSign {
  /** Stands among the keys of what an advert says. It joins nothing. */
  public static final String KEY = "near-sign";

  /** Less probable ones are said by many ordinary adverts. */
  private static final double LEAST = 0.15;

  private NearSign() {}

  /** Returns {@link #KEY} where an advert nearly says one, else nothing. */
  public static List<String> keys(AssessedAdvert assessed) {
    boolean says =
        assessed.indicators().stream()
            .anyMatch(found -> found.scored() && ControlSigns.isOne(found.id()));
    return !says && isNear(assessed) ? List.of(KEY) : List.of();
  }

  private static boolean isNear(AssessedAdvert assessed) {
    return assessed.assessments().stream()
        .map(Assessment::reasons)
        .flatMap(List::stream)
        .filter(reason -> reason.finding().code().equals(Reason.NEAR_SIGN))
        .filter(reason -> ControlSigns.isOne(reason.finding().arguments().getOrDefault("sign", "")))
        .anyMatch(reason -> probability(reason) >= LEAST);
  }

  /** An earlier release didn't say it. */
  private static double probability(Reason reason) {
    return Double.parseDouble(reason.finding().arguments().getOrDefault("probability", "0"));
  }
}
