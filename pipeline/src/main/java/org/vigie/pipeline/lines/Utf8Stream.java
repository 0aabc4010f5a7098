package org.vigie.pipeline.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text as UTF-8: one whose byte order mark says that it is UTF-16 is decoded, without its mark;
 * any other stays as it is, byte for byte.
 *
 * <p>Nothing is read before the first byte is asked for. What is no UTF-16 behind the mark becomes
 * U+FFFD.
 */
public final class Utf8Stream extends InputStream {
  private static final int MARK = 4;
  private static final int CHUNK = 8_192;

  private final PushbackInputStream in;
  private final char[] letters = new char[CHUNK];
  private @Nullable Reader wide;
  private boolean looked;
  private byte[] bytes = {};
  private int next;
  private int held;

  /**
   * @param in is closed with this
   */
  public Utf8Stream(InputStream in) {
    this.in = new PushbackInputStream(in, MARK);
  }

  /** Returns whether a text that begins so is UTF-16 by its mark, which UTF-32 has too. */
  public static boolean isWide(byte[] start) {
    return charset(start) != null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    Reader reader = reader();
    if (reader == null) {
      return in.read(to, offset, length);
    }
    if (next == bytes.length && !fill(reader)) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, to, offset, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private @Nullable Reader reader() throws IOException {
    if (!looked) {
      byte[] start = in.readNBytes(MARK);
      looked = true;
      Charset charset = charset(start);
      int mark = charset == null ? 0 : 2;
      in.unread(start, mark, start.length - mark);
      wide = charset == null ? null : new InputStreamReader(in, charset);
    }
    return wide;
  }

  /** Reads on; a letter of two halves is kept together. */
  private boolean fill(Reader reader) throws IOException {
    int read = reader.read(letters, held, letters.length - held);
    int count = held + Math.max(0, read);
    held = 0;
    if (count == 0) {
      return false;
    }
    int whole = read > 0 && Character.isHighSurrogate(letters[count - 1]) ? count - 1 : count;
    bytes = new String(letters, 0, whole).getBytes(StandardCharsets.UTF_8);
    next = 0;
    if (whole < count) {
      letters[0] = letters[whole];
      held = 1;
    }
    return bytes.length > 0 || fill(reader);
  }

  private static @Nullable Charset charset(byte[] start) {
    if (start.length < 2) {
      return null;
    }
    int mark = (start[0] & 0xff) << 8 | (start[1] & 0xff);
    boolean longer = start.length >= MARK && start[2] == 0 && start[3] == 0;
    if (mark == 0xfffe && !longer) {
      return StandardCharsets.UTF_16LE;
    }
    return mark == 0xfeff ? StandardCharsets.UTF_16BE : null;
  }
}
