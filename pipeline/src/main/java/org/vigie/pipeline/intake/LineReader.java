package org.vigie.pipeline.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.lines.Utf8Stream;

/**
 * Reads the lines of a UTF-8 file, or of one that is UTF-16 by its mark, plain or gzip, of which
 * any part may be broken.
 *
 * <p>Lines end with {@code \n} or {@code \r\n}. A line that is too long, not UTF-8, or cut off by a
 * broken gzip is a {@link Line} with a fault, and reading goes on behind it as far as it can.
 */
final class LineReader implements AutoCloseable {
  /** Longest line in bytes: far above any advert, low enough for a small heap. */
  static final int MAX_LINE = 8 * 1024 * 1024;

  /**
   * One line.
   *
   * @param text the line without its end; what could be read of it if it has a fault
   * @param faultKind short name of what is wrong with it, or empty
   * @param fault what is wrong with it, or empty
   */
  record Line(String text, String faultKind, String fault) {
    boolean isFaulty() {
      return !faultKind.isEmpty();
    }
  }

  private final CountingInputStream file;
  private final InputStream in;
  private byte[] buffer = new byte[4096];
  private boolean broken;

  LineReader(Path path) throws IOException {
    file = new CountingInputStream(Files.newInputStream(path));
    in = new BufferedInputStream(new Utf8Stream(unzipped(file)), 1 << 16);
  }

  /** Returns the next line, or null at the end. */
  @Nullable Line next() throws IOException {
    if (broken) {
      return null;
    }
    int length = 0;
    boolean tooLong = false;
    try {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      for (; next >= 0 && next != '\n'; next = in.read()) {
        if (length < MAX_LINE) {
          append(length++, (byte) next);
        } else {
          tooLong = true;
        }
      }
    } catch (EOFException | ZipException e) {
      broken = true;
      return new Line(
          lenient(length),
          "truncated-gzip",
          "the gzip stream must be whole, but it ends early or is damaged here");
    }
    if (length > 0 && buffer[length - 1] == '\r') {
      length--;
    }
    return tooLong
        ? new Line(
            lenient(Math.min(length, 4096)),
            "line-too-long",
            "a line must be at most " + MAX_LINE + " bytes, but this one is longer")
        : decoded(length);
  }

  long bytesRead() {
    return file.count();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void append(int at, byte value) {
    if (at == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    buffer[at] = value;
  }

  private Line decoded(int length) {
    try {
      return new Line(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(buffer, 0, length))
              .toString(),
          "",
          "");
    } catch (CharacterCodingException e) {
      return new Line(
          lenient(length), "not-utf8", "a line must be UTF-8, but this one has other bytes");
    }
  }

  private String lenient(int length) {
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    PushbackInputStream peek = new PushbackInputStream(new BufferedInputStream(raw, 1 << 16), 2);
    byte[] magic = peek.readNBytes(2);
    peek.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return gzip ? new LateGzip(peek) : peek;
  }

  /**
   * Opens the gzip stream at the first read, so that a broken header is met where lines are read.
   */
  private static final class LateGzip extends InputStream {
    private final InputStream raw;
    private @Nullable InputStream unzipped;

    LateGzip(InputStream raw) {
      this.raw = raw;
    }

    @Override
    public int read() throws IOException {
      return open().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return open().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      raw.close();
    }

    private InputStream open() throws IOException {
      if (unzipped == null) {
        unzipped = new GZIPInputStream(raw, 1 << 16);
      }
      return unzipped;
    }
  }
}
