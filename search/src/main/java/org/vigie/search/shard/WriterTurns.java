package org.vigie.search.shard;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The turns of one that writes much beside a stream: after each it rests, so that those for whom
 * somebody waits get the processor. For one thread.
 */
public final class WriterTurns {
  /** Octets that are written between two rests. */
  public static final int TURN = 1 << 16;

  /** Nanoseconds that a rest lasts at most, however slow the disk was. */
  public static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

  private final LongConsumer rest;
  private long begin = System.nanoTime();
  private long left;

  /**
   * Begins the first turn.
   *
   * @param first how many octets are written in it
   * @param rest rests, told how many nanoseconds the turn took that has ended
   */
  public WriterTurns(long first, LongConsumer rest) {
    left = first;
    this.rest = rest;
  }

  /** Rests if the turn ends with some octets that have just been written. */
  public void wrote(long octets) {
    left -= octets;
    if (left <= 0) {
      rest.accept(System.nanoTime() - begin);
      left = TURN;
      begin = System.nanoTime();
    }
  }
}
