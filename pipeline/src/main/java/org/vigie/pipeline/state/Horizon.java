package org.vigie.pipeline.state;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a text is remembered after it was last seen, in event time: the stream's clock is the
 * latest day of which adverts have come, never the machine's.
 *
 * <p>State is dropped by whole UTC days. Days are numbered from 1970.
 *
 * @param days full days after the one on which a text was last seen, from 1 to {@link #MAX_DAYS}
 * @param held whether the clock stands still: nothing that comes is too old, and nothing is
 *     forgotten
 */
public record Horizon(int days, boolean held) implements Serializable {
  /** A hundred years: for those who want to forget nothing. */
  public static final int MAX_DAYS = 36_500;

  private static final long DAY = Duration.ofDays(1).toMillis();

  public Horizon {
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          "a horizon must be from 1 to " + MAX_DAYS + " days, but was " + days);
    }
  }

  /** A horizon with a clock that goes. */
  public Horizon(int days) {
    this(days, false);
  }

  /** Returns the same with a clock that stands still. */
  public Horizon holding() {
    return new Horizon(days, true);
  }

  /** Returns 90 days: a campaign that rests for a season is still known when it comes back. */
  public static Horizon defaults() {
    return new Horizon(90);
  }

  /**
   * Returns the horizon of what is told only once in {@link #refreshDays} that a text was seen
   * again: so it forgets none that is remembered here.
   */
  public Horizon untilRefreshed() {
    return new Horizon(Math.min(MAX_DAYS, days + refreshDays()), held);
  }

  /** Returns whether a text last seen on a later day is to be told of anew. */
  public boolean isRefreshed(long day, long later) {
    return Math.floorDiv(later, refreshDays()) > Math.floorDiv(day, refreshDays());
  }

  /** Returns when a text last seen on a day is dropped, in milliseconds since 1970. */
  public long endOf(long day) {
    return (day + days + 1) * DAY;
  }

  /**
   * Returns the last of the days that lie behind the horizon.
   *
   * @param watermark in milliseconds since 1970; {@link Long#MIN_VALUE} if there is none yet
   */
  public long lastPast(long watermark) {
    return watermark == Long.MIN_VALUE ? Long.MIN_VALUE : Math.floorDiv(watermark, DAY) - days - 1;
  }

  /** A quarter: a text that is seen every day is passed on four times a horizon, not every day. */
  private int refreshDays() {
    return Math.max(1, days / 4);
  }
}
