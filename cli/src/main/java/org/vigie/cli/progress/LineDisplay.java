package org.vigie.cli.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A plain line every few seconds, for logs and pipes. */
final class LineDisplay implements Display {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Clock clock;
  private final String step;
  private final Unit unit;
  private final Instant start;
  private Instant next;

  LineDisplay(PrintStream out, Clock clock, String step, Unit unit) {
    this.out = out;
    this.clock = clock;
    this.step = step;
    this.unit = unit;
    start = clock.instant();
    next = start.plus(INTERVAL);
  }

  @Override
  public synchronized void show(long done, long total, String detail) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(INTERVAL);
    out.printf(
        Locale.ROOT,
        "%s: %d of %d%s%s%s%n",
        step,
        done / unit.size,
        total / unit.size,
        unit.label,
        detail.isEmpty() ? "" : ", " + detail,
        left(done, total, Duration.between(start, now)));
  }

  private static String left(long done, long total, Duration sofar) {
    if (done <= 0 || total <= done) {
      return "";
    }
    return ", about %d s left"
        .formatted(Math.round(sofar.toSeconds() * (double) (total - done) / done));
  }

  @Override
  public synchronized void say(String line) {
    out.println(line);
  }

  @Override
  public void close() {}
}
