package org.vigie.pipeline.lines;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Empties lines of a text file, plain or gzip. All other lines keep their bytes and their numbers.
 */
public final class LineErasure {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Iterator<LineRange> ranges;
  private @Nullable LineRange next;
  private long line = 1;

  private LineErasure(List<LineRange> ranges) {
    TreeMap<Long, LineRange> sorted = new TreeMap<>();
    ranges.forEach(
        range -> sorted.merge(range.first(), range, (a, b) -> a.last() < b.last() ? b : a));
    this.ranges = sorted.values().iterator();
    advance();
  }

  /** Empties lines; the file is replaced whole or not at all. */
  public static void erase(Path file, List<LineRange> lines) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    boolean gzip = isGzip(file);
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        InputStream in = gzip ? new GZIPInputStream(raw, BUFFER_BYTES) : raw) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
      if (gzip) {
        GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER_BYTES);
        new LineErasure(lines).copy(in, packed);
        packed.finish();
      } else {
        new LineErasure(lines).copy(in, out);
      }
      out.flush();
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    byte[] kept = new byte[BUFFER_BYTES];
    for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
      int length = 0;
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          kept[length++] = '\n';
          line++;
          advance();
        } else if (next == null || line < next.first()) {
          kept[length++] = buffer[i];
        }
      }
      out.write(kept, 0, length);
    }
  }

  /** A gzip that is broken is read as far as it goes, as it is when it is taken in. */
  private static int read(InputStream in, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (EOFException | ZipException e) {
      return -1;
    }
  }

  /** Goes to the first range that isn't passed. */
  private void advance() {
    while (next == null ? ranges.hasNext() : line > next.last()) {
      next = ranges.hasNext() ? ranges.next() : null;
      if (next == null) {
        return;
      }
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    }
  }
}
