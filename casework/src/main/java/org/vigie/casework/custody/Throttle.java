package org.vigie.casework.custody;

import java.time.Duration;

/** How fast a long look goes: after each step it rests in proportion to how long that took. */
public final class Throttle {
  /** After it others waited long enough. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final int rests;
  private long began = System.nanoTime();

  private Throttle(int rests) {
    this.rests = rests;
  }

  /** Returns that of who waits for the outcome: without a rest. */
  public static Throttle full() {
    return new Throttle(0);
  }

  /** Returns that of a look in the background: it takes a tenth of the time. */
  public static Throttle slow() {
    return new Throttle(9);
  }

  /** Rests after a step. */
  public void rest() throws InterruptedException {
    long took = System.nanoTime() - began;
    if (rests > 0) {
      Thread.sleep(Duration.ofNanos(Math.min(took * rests, LONGEST_REST.toNanos())));
    }
    began = System.nanoTime();
  }
}
