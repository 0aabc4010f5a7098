package org.vigie.capture.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file from some place on, whose channel's own position stays where it is. */
final class PositionedStream extends InputStream {
  private final FileChannel file;
  private long position;

  PositionedStream(FileChannel file, long position) {
    this.file = file;
    this.position = position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    int n = file.read(ByteBuffer.wrap(out, offset, length), position);
    position += Math.max(n, 0);
    return n;
  }
}
