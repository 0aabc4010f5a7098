package org.vigie.search.shard;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * Merges of segments that together take some quarter of the processors, so that adverts go on.
 *
 * <p>All shards are committed by the same checkpoints and fall due for a merge at the same time.
 * Four merges on two processors held the stream up for four seconds. Here each rests the longer the
 * more of them go on, those of other shards of this process counted in; none waits for another.
 */
final class SparingMerges extends ConcurrentMergeScheduler {
  private static final double SHARE = Runtime.getRuntime().availableProcessors() / 4.0;

  private static final AtomicInteger GOING_ON = new AtomicInteger();

  private final LongConsumer rest;

  SparingMerges() {
    this(SparingMerges::rest);
  }

  /** Makes one that rests otherwise, told how many nanoseconds a merge has written. */
  SparingMerges(LongConsumer rest) {
    this.rest = rest;
  }

  @Override
  protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
    GOING_ON.incrementAndGet();
    try {
      super.doMerge(source, merge);
    } finally {
      GOING_ON.decrementAndGet();
    }
  }

  private static void rest(long took) {
    LockSupport.parkNanos(restAfter(took, goingOn(), SHARE));
  }

  /** Returns how many merges go on, of all shards of this process. */
  static int goingOn() {
    return GOING_ON.get();
  }

  /**
   * Returns for how many nanoseconds a merge rests.
   *
   * @param took nanoseconds for which it has written
   * @param merges how many go on, with this one
   * @param share how many processors all of them may take
   */
  static long restAfter(long took, int merges, double share) {
    return Math.clamp((long) (took * (merges / share - 1)), 0, WriterTurns.LONGEST_REST);
  }

  /** A merge has one thread: rests of several would not add up. */
  @Override
  public Executor getIntraMergeExecutor(MergePolicy.OneMerge merge) {
    return Runnable::run;
  }

  @Override
  public Directory wrapForMerge(MergePolicy.OneMerge merge, Directory directory) {
    WriterTurns turns = new WriterTurns(WriterTurns.TURN, rest);
    return new FilterDirectory(super.wrapForMerge(merge, directory)) {
      @Override
      public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return new RestingOutput(super.createOutput(name, context), turns);
      }
    };
  }

  private static final class RestingOutput extends FilterIndexOutput {
    private final WriterTurns turns;

    RestingOutput(IndexOutput out, WriterTurns turns) {
      super(out.toString(), out.getName(), out);
      this.turns = turns;
    }

    @Override
    public void writeByte(byte octet) throws IOException {
      super.writeByte(octet);
      turns.wrote(1);
    }

    @Override
    public void writeBytes(byte[] octets, int from, int length) throws IOException {
      super.writeBytes(octets, from, length);
      turns.wrote(length);
    }

    @Override
    public void writeShort(short value) throws IOException {
      out.writeShort(value);
      turns.wrote(Short.BYTES);
    }

    @Override
    public void writeInt(int value) throws IOException {
      out.writeInt(value);
      turns.wrote(Integer.BYTES);
    }

    @Override
    public void writeLong(long value) throws IOException {
      out.writeLong(value);
      turns.wrote(Long.BYTES);
    }
  }
}
