package org.vigie.files.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a process says, read by a thread of its own. Few of them wait: a process that says
 * more than is asked for is held back by its own pipe.
 */
final class BoundedLines implements AutoCloseable {
  private static final int WAITING = 4;

  /**
   * One thing read.
   *
   * @param text the line, or null at the end
   * @param bytes how long it was, at the end 0
   * @param tooLong whether it went beyond what a line may have
   */
  record Line(@Nullable String text, int bytes, boolean tooLong) {}

  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(WAITING);
  private final Thread reader;

  BoundedLines(String name, InputStream in, long longest) {
    reader = Thread.ofPlatform().daemon().name("plug-in " + name).start(() -> read(in, longest));
  }

  /** Returns the next line; null if none comes in time. */
  @Nullable Line next(long nanos) throws InterruptedException {
    return lines.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  /** Ends the reading, also of one who waits until a line is taken. */
  @Override
  public void close() {
    reader.interrupt();
  }

  private void read(InputStream in, long longest) {
    try {
      byte[] chunk = new byte[1 << 14];
      byte[] line = new byte[1 << 12];
      int length = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        for (int i = 0; i < read; i++) {
          if (chunk[i] == '\n') {
            lines.put(new Line(new String(line, 0, length, StandardCharsets.UTF_8), length, false));
            length = 0;
          } else if (length >= longest) {
            lines.put(new Line(null, length, true));
            return;
          } else {
            if (length == line.length) {
              line = java.util.Arrays.copyOf(line, 2 * length);
            }
            line[length++] = chunk[i];
          }
        }
      }
    } catch (IOException e) {
      // as good as its end
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    end();
  }

  private void end() {
    try {
      lines.put(new Line(null, 0, false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
