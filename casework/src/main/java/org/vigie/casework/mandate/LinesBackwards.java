package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file, the last one before some place first, however long the file is. */
final class LinesBackwards {
  private static final int STEP = 1 << 16;

  private final FileChannel channel;

  /** What was read of the file and not yet told, from {@code start} on: lines with their ends. */
  private byte[] held = {};

  private long start;

  /**
   * @param end bytes from the beginning; of a line that it cuts nothing is told, nor of what comes
   *     after it
   */
  LinesBackwards(FileChannel channel, long end) throws IOException {
    this.channel = channel;
    this.start = Math.clamp(end, 0, channel.size());
    while (start > 0 && lastEnd(held.length) < 0) {
      readBefore();
    }
    held = Arrays.copyOf(held, lastEnd(held.length) + 1);
  }

  /**
   * A line without its end.
   *
   * @param start where it begins: bytes from the beginning of the file
   * @param end where the next one begins
   */
  record Line(String text, long start, long end) {}

  /** Returns the line before the one that was told last, if there is any. */
  Optional<Line> next() throws IOException {
    while (start > 0 && lastEnd(held.length - 1) < 0) {
      readBefore();
    }
    if (held.length == 0) {
      return Optional.empty();
    }
    int from = lastEnd(held.length - 1) + 1;
    String text = new String(held, from, held.length - 1 - from, StandardCharsets.UTF_8);
    Line line = new Line(text, start + from, start + held.length);
    held = Arrays.copyOf(held, from);
    return Optional.of(line);
  }

  /** Returns where the last line feed stands before some place in what is held, or -1. */
  private int lastEnd(int before) {
    int at = before - 1;
    while (at >= 0 && held[at] != '\n') {
      at--;
    }
    return at;
  }

  private void readBefore() throws IOException {
    int more = (int) Math.min(STEP, start);
    byte[] both = new byte[more + held.length];
    ByteBuffer into = ByteBuffer.wrap(both, 0, more);
    while (into.hasRemaining()) {
      if (channel.read(into, start - more + into.position()) < 0) {
        throw new IOException("a log must not shrink while it is read, but did");
      }
    }
    System.arraycopy(held, 0, both, more, held.length);
    held = both;
    start -= more;
  }
}
