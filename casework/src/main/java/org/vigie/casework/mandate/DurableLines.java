package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.vigie.files.digest.Sha256;

/**
 * A stretch of an audit log that is on the disk for good: whoever appends holds the log alone until
 * it is, so what is read between two appends is never taken back.
 *
 * @param lines whole lines, in order
 * @param end bytes of the log up to and with the last of them
 */
public record DurableLines(List<String> lines, long end) {
  public DurableLines {
    lines = List.copyOf(lines);
  }

  /**
   * Reads lines from some place on; none if there are none, or the log isn't there.
   *
   * @param from bytes of the log up to and with the line before
   * @param most bytes that are read at a time, except for a line that is longer
   */
  public static DurableLines read(Path log, long from, int most) throws IOException {
    return alone(log, new DurableLines(List.of(), from), channel -> stretch(channel, from, most));
  }

  /**
   * Returns the hash of the line that ends at some place: of nothing if no line does, and of
   * nothing too for the beginning.
   */
  public static String hashOfLineEndingAt(Path log, long end) throws IOException {
    return alone(
        log,
        Sha256.of(""),
        channel ->
            end > channel.size()
                ? Sha256.of("")
                : new LinesBackwards(channel, end)
                    .next()
                    .filter(line -> line.end() == end)
                    .map(line -> Sha256.of(line.text()))
                    .orElse(Sha256.of("")));
  }

  /** Reads something of a log. */
  @FunctionalInterface
  interface Reading<T, E extends Exception> {
    T of(FileChannel channel) throws IOException, E;
  }

  /**
   * Reads while no append is under way, of this process or another.
   *
   * @param absent what is read if there is no log
   */
  static <T, E extends Exception> T alone(Path log, T absent, Reading<T, E> reading)
      throws IOException, E {
    if (!Files.exists(log)) {
      return absent;
    }
    AuditLog.THIS_PROCESS.lock();
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ);
        FileLock shared = channel.lock(0, Long.MAX_VALUE, true)) {
      return shared.isValid() ? reading.of(channel) : absent;
    } finally {
      AuditLog.THIS_PROCESS.unlock();
    }
  }

  private static DurableLines stretch(FileChannel channel, long from, int most) throws IOException {
    long left = channel.size() - from;
    for (long length = Math.min(left, most); length > 0; length = Math.min(left, length * 2)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
      List<String> lines = new ArrayList<>();
      int start = 0;
      for (int i = 0; i < bytes.position(); i++) {
        if (bytes.get(i) == '\n') {
          byte[] line = new byte[i - start];
          bytes.get(start, line);
          lines.add(LogLines.text(line));
          start = i + 1;
        }
      }
      if (!lines.isEmpty() || length == left) {
        return new DurableLines(lines, from + start);
      }
    }
    return new DurableLines(List.of(), from);
  }
}
