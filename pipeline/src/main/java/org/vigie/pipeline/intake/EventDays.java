package org.vigie.pipeline.intake;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;
import org.vigie.pipeline.state.Horizon;

/**
 * The stream's clock: the begin of the latest UTC day of which something has come.
 *
 * <p>Each reader of files and each partition has its own, and the slowest of those that are being
 * read counts; one that has had nothing for a while is passed over. That while is the one thing
 * that the machine's own clock measures: without it, a quiet topic would keep all others from
 * forgetting anything. A reader that takes long to open an input isn't quiet: it is waited for
 * until its first advert has come, since it may be older than all that others read meanwhile.
 *
 * <p>Where it is held, it doesn't tell any day, and what comes in no order is as good as new.
 *
 * <p>What says no time doesn't move it: that it was taken in today would make all others old.
 */
public final class EventDays implements WatermarkGenerator<Intake> {
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final RelativeClock clock;
  private final boolean held;
  private long latest = Long.MIN_VALUE;
  private long heard;
  private boolean begins;
  private boolean hasRead;
  private boolean idle;

  private EventDays(RelativeClock clock, boolean held) {
    this.clock = clock;
    this.held = held;
    heard = clock.relativeTimeNanos();
  }

  /** Returns how the sources of the stream tell its time. */
  public static WatermarkStrategy<Intake> watermarks() {
    return watermarks(Horizon.defaults());
  }

  /**
   * Returns the same.
   *
   * @param horizon says whether the clock is held
   */
  public static WatermarkStrategy<Intake> watermarks(Horizon horizon) {
    boolean held = horizon.held();
    return WatermarkStrategy.<Intake>forGenerator(
            context -> new EventDays(context.getInputActivityClock(), held))
        .withTimestampAssigner((intake, before) -> millis(intake));
  }

  @Override
  public void onEvent(Intake intake, long time, WatermarkOutput output) {
    heard = clock.relativeTimeNanos();
    hasRead = true;
    begins =
        switch (intake.news()) {
          case BEGINS -> true;
          case FINISHED, WAS_FINISHED -> false;
          case NONE -> begins && intake.advert() == null && intake.observation() == null;
        };
    if (idle && (begins || time != Long.MIN_VALUE)) {
      idle = false;
      output.markActive();
    }
    if (held || time == Long.MIN_VALUE) {
      return;
    }
    long day = Math.floorDiv(time, DAY);
    if (day > latest) {
      latest = day;
      output.emitWatermark(new Watermark(day * DAY));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // Each new day is told at once. Who reads nothing that has a time must not hold back others.
    boolean untold = hasRead && latest == Long.MIN_VALUE;
    boolean quiet = clock.relativeTimeNanos() - heard >= IDLE.toNanos();
    if (!idle && !begins && (untold || quiet)) {
      idle = true;
      output.markIdle();
    }
  }

  private static long millis(Intake intake) {
    return intake.time() == null ? Long.MIN_VALUE : intake.time().toEpochMilli();
  }
}
