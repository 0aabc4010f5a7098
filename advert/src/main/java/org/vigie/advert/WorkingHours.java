package org.vigie.advert;

/**
 * How long or when is worked, as an advert's text says.
 *
 * @param measure what is counted
 * @param least the number, or the lower end of a range, or the hour at which work begins
 * @param most the number, or the upper end, or the hour at which it ends; at most the measure's
 *     limit
 * @param span where it stands
 */
public record WorkingHours(WorkingTime measure, double least, double most, Span span) {
  public WorkingHours {
    if (!(least >= 0 && most >= least && most <= measure.limit())) {
      throw new IllegalArgumentException(
          measure.label()
              + " needs 0 <= least <= most <= "
              + measure.limit()
              + ", but was ["
              + least
              + ", "
              + most
              + "]");
    }
  }
}
