package org.vigie.casework.config;

import java.time.Duration;
import org.vigie.files.yaml.Section;

/**
 * The {@code retention} section of {@code vigie.yaml}: the time limits that Directive (EU)
 * 2016/680, Art. 5 asks for. Each runs from when an advert was last collected.
 *
 * @param risky days that an advert is kept which a model finds risky
 * @param escalated days that one is kept which may concern a minor
 * @param complaints days that one is kept whose writer may be a victim
 * @param others days that any other is kept, and what holds no advert
 * @param review days after which it is looked again whether what is held must still be
 */
public record RetentionSettings(int risky, int escalated, int complaints, int others, int review) {
  /** A longer time is no limit. */
  private static final int MOST_DAYS = 36_500;

  public RetentionSettings {
    // A review that was kept before these had a limit of their own has none.
    complaints = complaints == 0 ? others : complaints;
  }

  /** Returns the defaults, which a unit sets as the law it works under says. */
  public static RetentionSettings defaults() {
    return new RetentionSettings(1_825, 1_825, 180, 365, 365);
  }

  static RetentionSettings read(Section section) {
    RetentionSettings absent = defaults();
    RetentionSettings read =
        new RetentionSettings(
            section.days("risky", absent.risky, MOST_DAYS),
            section.days("escalated", absent.escalated, MOST_DAYS),
            section.days("complaints", absent.complaints, MOST_DAYS),
            section.days("others", absent.others, MOST_DAYS),
            section.days("review", absent.review, MOST_DAYS));
    section.done();
    return read;
  }

  /** Returns how long it is until what is held is reviewed again. */
  public Duration untilReview() {
    return Duration.ofDays(review);
  }
}
