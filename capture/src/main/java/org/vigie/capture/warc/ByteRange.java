package org.vigie.capture.warc;

/**
 * A stretch of a WARC file, in the bytes in which its offsets count.
 *
 * @param from the first byte, from 0
 * @param to the byte after the last, after {@code from}
 */
public record ByteRange(long from, long to) implements Comparable<ByteRange> {
  public ByteRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "a range must be from 0 on and not empty, but was [%d, %d)".formatted(from, to));
    }
  }

  /** Returns its length in bytes. */
  public long length() {
    return to - from;
  }

  /** Orders by where they begin. */
  @Override
  public int compareTo(ByteRange other) {
    return from == other.from ? Long.compare(to, other.to) : Long.compare(from, other.from);
  }
}
