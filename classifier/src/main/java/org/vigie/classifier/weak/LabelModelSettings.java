package org.vigie.classifier.weak;

/**
 * How a {@link LabelModel} is fitted.
 *
 * @param correlation how far functions of one category repeat one another, in [0, 1]: 0 not at all,
 *     1 wholly
 * @param strength as many adverts as what is expected of a function counts for, above 0
 */
public record LabelModelSettings(double correlation, double strength) {
  public LabelModelSettings {
    if (!(correlation >= 0 && correlation <= 1)) {
      throw new IllegalArgumentException("correlation must be in [0, 1], but was " + correlation);
    }
    if (!(strength > 0)) {
      throw new IllegalArgumentException("strength must be above 0, but was " + strength);
    }
  }

  /** Returns 0.5, so that no category counts for two functions, and 20 adverts. */
  public static LabelModelSettings defaults() {
    return new LabelModelSettings(0.5, 20);
  }
}
