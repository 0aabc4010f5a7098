package org.vigie.capture.warc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip body, however many members it has (RFC 1952).
 *
 * <p>The JDK's stream takes the next member by calling itself, so that a row of empty ones
 * overflows the stack, and asks the stream below whether more is there, which decoders answer as
 * they like.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER_BYTES = 8_192;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final boolean firstAlone;
  private int filled;
  private boolean ended;

  /** Reads the header of the first member. */
  GzipMembers(InputStream coded) throws IOException {
    this(coded, false);
  }

  private GzipMembers(InputStream coded, boolean firstAlone) throws IOException {
    this.firstAlone = firstAlone;
    this.in = new PushbackInputStream(coded, BUFFER_BYTES);
    if (!begins()) {
      inflater.end();
      throw new ZipException("a gzip body must begin with 1f 8b 08");
    }
  }

  /**
   * Requires that a stream begins with a member that has the checksum and length that it declares.
   *
   * @throws ZipException if not
   */
  static void requireFirst(InputStream coded) throws IOException {
    try (GzipMembers first = new GzipMembers(coded, true)) {
      byte[] content = new byte[BUFFER_BYTES];
      int n = 0;
      while (n >= 0) {
        n = first.read(content, 0, content.length);
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    while (!ended) {
      int n = inflate(out, offset, length);
      if (n > 0 || length == 0) {
        checksum.update(out, offset, n);
        return n;
      }
      if (inflater.finished()) {
        end();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("a gzip member must need no dictionary");
      } else {
        fill();
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] out, int offset, int length) throws IOException {
    try {
      return inflater.inflate(out, offset, length);
    } catch (DataFormatException e) {
      throw new ZipException("a gzip member must be deflated; found " + e.getMessage());
    }
  }

  private void fill() throws IOException {
    int n = in.read(buffer, 0, buffer.length);
    if (n < 0) {
      throw new EOFException("a gzip member must be whole");
    }
    filled = n;
    inflater.setInput(buffer, 0, n);
  }

  /** Checks what a member ends with and goes on to the next; what is no member is passed over. */
  private void end() throws IOException {
    int unused = inflater.getRemaining();
    in.unread(buffer, filled - unused, unused);
    if (number() != checksum.getValue() || number() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("a gzip member must have the checksum and length that it declares");
    }
    inflater.reset();
    checksum.reset();
    ended = firstAlone || !begins();
  }

  /** Reads the header of a member; returns whether there was one. */
  private boolean begins() throws IOException {
    byte[] head = in.readNBytes(10);
    boolean member = head.length == 10 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
    if (member) {
      passOver(head[3]);
    }
    return member;
  }

  private void passOver(int flags) throws IOException {
    if ((flags & EXTRA) != 0) {
      in.skipNBytes(octet() | (octet() << 8));
    }
    if ((flags & NAME) != 0) {
      passOverText();
    }
    if ((flags & COMMENT) != 0) {
      passOverText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      in.skipNBytes(2);
    }
  }

  private void passOverText() throws IOException {
    int c;
    do {
      c = octet();
    } while (c != 0);
  }

  private long number() throws IOException {
    long low = octet() | (octet() << 8);
    return low | ((long) octet() << 16) | ((long) octet() << 24);
  }

  private int octet() throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new EOFException("a gzip member must be whole");
    }
    return c;
  }
}
