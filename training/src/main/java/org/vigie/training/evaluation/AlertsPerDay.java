package org.vigie.training.evaluation;

/**
 * How many alerts a threshold makes in a day.
 *
 * <p>Labelled data holds far more risk than a channel does, so its own share of called adverts says
 * nothing of a working day: the two error rates are taken from the data, the mix from here.
 *
 * @param advertsPerDay adverts that a channel brings in a day, at least 1
 * @param prevalence share of them that are risky, in [0, 1]; a guess, to be stated with the figure
 */
public record AlertsPerDay(int advertsPerDay, double prevalence) {
  public AlertsPerDay {
    if (advertsPerDay < 1) {
      throw new IllegalArgumentException(
          "advertsPerDay must be at least 1, but was " + advertsPerDay);
    }
    if (!(prevalence >= 0 && prevalence <= 1)) {
      throw new IllegalArgumentException("prevalence must be in [0, 1], but was " + prevalence);
    }
  }

  /** Returns a thousand adverts a day, one in a hundred of them risky. */
  public static AlertsPerDay defaults() {
    return new AlertsPerDay(1_000, 0.01);
  }

  /** Returns the alerts in a day at a point of the curve. */
  public double at(PrecisionRecall.Point point) {
    return advertsPerDay * (prevalence * point.recall() + (1 - prevalence) * point.falseAlarms());
  }
}
