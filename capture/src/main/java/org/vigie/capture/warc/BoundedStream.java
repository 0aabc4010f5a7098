package org.vigie.capture.warc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends with an error where it is longer than it may be: gzip makes much of little.
 */
final class BoundedStream extends FilterInputStream {
  /** Says that a stream is longer than it may be. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLongException(String message) {
      super(message);
    }
  }

  private final long most;
  private long room;

  /**
   * @param most most bytes, at least 0
   */
  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
    this.room = most;
  }

  /** Counts bytes that its reader makes of it beyond those that stand in it. */
  void spend(long bytes) throws TooLongException {
    room -= bytes;
    if (room < 0) {
      throw new TooLongException("more than " + most + " bytes");
    }
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    spend(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    int n = super.read(out, offset, length);
    spend(Math.max(0, n));
    return n;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long n = super.skip(bytes);
    spend(n);
    return n;
  }
}
