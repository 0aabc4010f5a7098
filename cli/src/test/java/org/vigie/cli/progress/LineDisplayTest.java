package org.vigie.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LineDisplayTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;

  @Test
  void printsALineEveryFewSecondsWithTheTimeLeft() {
    LineDisplay display = display(Display.Unit.BYTES);

    after(1);
    display.show(1 << 20, 4 << 20, "10 adverts");
    after(4);
    display.show(2 << 20, 4 << 20, "20 adverts");
    after(1);
    display.show(3 << 20, 4 << 20, "30 adverts");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("adverts: 2048 of 4096 KiB, 20 adverts, about 5 s left%n".formatted());
  }

  @Test
  void promisesNothingBeforeThereIsARate() {
    LineDisplay display = display(Display.Unit.PAGES);

    after(5);
    display.show(0, 9, "0 failed");
    after(5);
    display.show(9, 9, "0 failed");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "adverts: 0 of 9 pages, 0 failed%nadverts: 9 of 9 pages, 0 failed%n".formatted());
  }

  private LineDisplay display(Display.Unit unit) {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    return new LineDisplay(
        new PrintStream(out, true, StandardCharsets.UTF_8), clock, "adverts", unit);
  }

  private void after(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
  }
}
