package org.vigie.pipeline.intake;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The stream's clock: the begin of the latest UTC day of which something has come.
 *
 * <p>Each reader of files and each partition has its own, and the slowest of those that are being
 * read counts; one that has had nothing yet, or nothing for a while, is passed over. That while is
 * the one thing that the machine's own clock measures: without it, a quiet topic would keep all
 * others from forgetting anything.
 *
 * <p>What says no time doesn't move it: that it was taken in today would make all others old.
 */
public final class EventDays implements WatermarkGenerator<Intake> {
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final long DAY = Duration.ofDays(1).toMillis();

  private long latest = Long.MIN_VALUE;

  /** Returns how the sources of the stream tell its time. */
  public static WatermarkStrategy<Intake> watermarks() {
    return WatermarkStrategy.<Intake>forGenerator(unused -> new EventDays())
        .withTimestampAssigner((intake, before) -> millis(intake))
        .withIdleness(IDLE);
  }

  @Override
  public void onEvent(Intake intake, long time, WatermarkOutput output) {
    if (time == Long.MIN_VALUE) {
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
    // Each new day is told at once. A reader that gets no file must not hold back the others.
    if (latest == Long.MIN_VALUE) {
      output.markIdle();
    }
  }

  private static long millis(Intake intake) {
    return intake.time() == null ? Long.MIN_VALUE : intake.time().toEpochMilli();
  }
}
