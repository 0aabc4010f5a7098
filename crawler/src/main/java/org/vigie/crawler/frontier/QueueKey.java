package org.vigie.crawler.frontier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * The place of a URL in its host's queue. Its bytes sort as the URLs are to be taken.
 *
 * @param host key of the host
 * @param kind which of the host's two queues
 * @param order within the queue, smallest first, at least 0
 * @param url key of the URL
 */
record QueueKey(UrlKey host, Kind kind, long order, UrlKey url) implements Comparable<QueueKey> {
  /** Which queue. */
  enum Kind {
    /** URLs never fetched, the highest score first and then the oldest. */
    NEW,
    /** URLs to look at again, in the order of the time they are due. */
    AGAIN
  }

  /** Enough for a URL a microsecond for nine years. */
  private static final int SEQUENCE_BITS = 48;

  private static final long SEQUENCES = (1L << SEQUENCE_BITS) - 1;
  private static final int MAX_SCORE = (1 << 15) - 1;
  private static final int PREFIX_BYTES = UrlKey.BYTES + 1;
  private static final int BYTES = PREFIX_BYTES + Long.BYTES + UrlKey.BYTES;
  private static final Comparator<QueueKey> ORDER =
      Comparator.comparing(QueueKey::host)
          .thenComparing(QueueKey::kind)
          .thenComparingLong(QueueKey::order)
          .thenComparing(QueueKey::url);

  /** Returns the place of a URL that is found as the {@code sequence}th. */
  static QueueKey forNew(UrlKey host, double score, long sequence, UrlKey url) {
    long rank = MAX_SCORE - Math.round(score * MAX_SCORE);
    return new QueueKey(host, Kind.NEW, rank << SEQUENCE_BITS | sequence, url);
  }

  /** Returns whether its URL was never fetched. */
  boolean isNew() {
    return kind == Kind.NEW;
  }

  /** Returns the place of the same new URL with another score. */
  QueueKey scored(double score) {
    return forNew(host, score, order & SEQUENCES, url);
  }

  /** Returns the score that the place of a new URL stands for. */
  double score() {
    return (double) (MAX_SCORE - (order >>> SEQUENCE_BITS)) / MAX_SCORE;
  }

  /** Returns the place of a URL that is due at a time, in milliseconds since 1970. */
  static QueueKey forAgain(UrlKey host, long dueMillis, UrlKey url) {
    return new QueueKey(host, Kind.AGAIN, dueMillis, url);
  }

  static QueueKey read(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new UncheckedIOException(
          new IOException("a place in a queue has " + BYTES + " bytes, but has " + bytes.length));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    UrlKey host = UrlKey.read(in);
    Kind kind = Kind.values()[in.get()];
    return new QueueKey(host, kind, in.getLong(), UrlKey.read(in));
  }

  /** Returns what all keys of one queue begin with. */
  static byte[] prefix(UrlKey host, Kind kind) {
    return ByteBuffer.allocate(PREFIX_BYTES)
        .putLong(host.high())
        .putLong(host.low())
        .put((byte) kind.ordinal())
        .array();
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(prefix(host, kind))
        .putLong(order)
        .putLong(url.high())
        .putLong(url.low())
        .array();
  }

  @Override
  public int compareTo(QueueKey other) {
    return ORDER.compare(this, other);
  }
}
