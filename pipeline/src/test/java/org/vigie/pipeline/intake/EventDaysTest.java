package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Observation;

class EventDaysTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant SEEN = Instant.parse("2026-02-01T12:00:00Z");

  private final ManualClock clock = new ManualClock();
  private final List<String> told = new ArrayList<>();
  private final WatermarkGenerator<Intake> generator =
      EventDays.watermarks().createWatermarkGenerator(new Surroundings());

  @Test
  void tellsEachDayThatIsLaterThanAllBeforeOnce() {
    take(posted(0), posted(0), posted(-3), posted(2), posted(1), posted(2));

    assertThat(told).containsExactly("2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z");
  }

  @Test
  void takesAnAdvertThatIsPostedAfterItWasSeenForSeenThen() {
    take(posted(4_000));

    assertThat(told).containsExactly("2026-02-01T00:00:00Z");
  }

  @Test
  void standsStillWithAdvertsThatSayNoTime() {
    take(posted(0), lines("{'text':'A table'}"), lines("{'text':'A table','seen':'2026-01-09'}"));

    assertThat(told).containsExactly("2026-01-05T00:00:00Z", "2026-01-09T00:00:00Z");
  }

  @Test
  void goesOnWithWhatIsObservedAndStandsStillWithWhatHasNoTime() {
    take(
        Intake.withoutAdvert(),
        Intake.finished("input"),
        Intake.of(
            new Observation(
                "a-1", MONDAY, Observation.Kind.GONE, "https://example.org/", "http-410")));

    assertThat(told).containsExactly("2026-01-05T00:00:00Z");
  }

  @Test
  void passesOverASourceThatHasHadNothingForAWhile() {
    take(posted(0));
    for (int second = 0; second < 30; second++) {
      clock.advanceTime(Duration.ofSeconds(1));
      generator.onPeriodicEmit(output);
    }
    take(posted(1));

    assertThat(told).startsWith("2026-01-05T00:00:00Z", "idle");
    assertThat(told).endsWith("2026-01-06T00:00:00Z");
  }

  @Test
  void passesOverASourceThatHasHadNothingForAWhileFromTheStart() {
    generator.onPeriodicEmit(output);
    assertThat(told).isEmpty();
    clock.advanceTime(Duration.ofSeconds(10));
    generator.onPeriodicEmit(output);
    take(posted(0));
    generator.onPeriodicEmit(output);

    assertThat(told).containsExactly("idle", "active", "2026-01-05T00:00:00Z");
  }

  @Test
  void waitsForAnInputThatTakesLongToOpenUntilItsFirstAdvert() {
    take(Intake.begins());
    clock.advanceTime(Duration.ofMinutes(5));
    generator.onPeriodicEmit(output);
    take(Intake.withoutAdvert());
    clock.advanceTime(Duration.ofMinutes(5));
    generator.onPeriodicEmit(output);
    assertThat(told).isEmpty();

    take(posted(0));
    clock.advanceTime(Duration.ofSeconds(10));
    generator.onPeriodicEmit(output);
    take(Intake.finished("input"), Intake.begins());
    clock.advanceTime(Duration.ofMinutes(5));
    generator.onPeriodicEmit(output);

    assertThat(told).containsExactly("2026-01-05T00:00:00Z", "idle", "active");
  }

  @Test
  void waitsForNoInputOfWhichNothingIsLeft() {
    take(Intake.begins(), Intake.wasFinished());
    generator.onPeriodicEmit(output);
    take(Intake.begins(), Intake.finished("empty"));
    generator.onPeriodicEmit(output);

    assertThat(told).containsExactly("idle", "active", "idle");
  }

  @Test
  void waitsForNoInputThatSaysNoTime() {
    take(Intake.begins(), lines("{'text':'A table'}"));
    generator.onPeriodicEmit(output);
    take(lines("{'text':'A chair'}"));

    assertThat(told).containsExactly("idle");
  }

  private void take(Intake... intakes) {
    var assigner = EventDays.watermarks().createTimestampAssigner(new Surroundings());
    for (Intake intake : intakes) {
      generator.onEvent(intake, assigner.extractTimestamp(intake, Long.MIN_VALUE), output);
    }
  }

  /** Reads a line of a file that was accepted in February. */
  private static Intake lines(String line) {
    InputManifest input =
        new InputManifest(
            "i-1",
            "/ads.jsonl",
            "ads.jsonl",
            0,
            InputManifest.Layout.lines(""),
            new InputManifest.Acceptance("m", SEEN));
    return new AdvertLines(input).read(line.replace('\'', '"'), 1);
  }

  private static Intake posted(int days) {
    return Intake.of(
        Advert.builder(Channel.CLASSIFIEDS, "example.org", SEEN)
            .postedAt(MONDAY.plus(Duration.ofDays(days)))
            .body("Bicycle for sale")
            .build());
  }

  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          told.add(Instant.ofEpochMilli(watermark.getTimestamp()).toString());
        }

        @Override
        public void markIdle() {
          told.add("idle");
        }

        @Override
        public void markActive() {
          told.add("active");
        }
      };

  private final class Surroundings
      implements WatermarkGeneratorSupplier.Context, TimestampAssignerSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return clock;
    }
  }
}
