package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The writing end of a WARC file: records one after the other, each a gzip member of its own if the
 * file is compressed (ISO 28500:2017, annex D).
 *
 * <p>jwarc spells out a record's header. Its own writer, which this replaces, compresses at zlib's
 * level 6 and makes several system calls for each record; here, the records of one exchange usually
 * leave in a single one.
 */
final class RecordWriter implements AutoCloseable {
  /**
   * Fast rather than small. On 128 real pages (mean 92 KB) level 1 takes 144 µs for 25 KB and
   * leaves 22 %, level 6 takes 386 µs and leaves 18 %; bodies that were sent compressed shrink at
   * neither. {@link FastDeflate} comes before it where it can be had.
   */
  private static final int LEVEL = Deflater.BEST_SPEED;

  /** RFC 1952: deflate, no name, no time, so that zlib makes the same bytes of the same input. */
  private static final byte[] MEMBER_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  private static final int MEMBER_TAIL = 8;

  private static final byte[] RECORD_TAIL = {'\r', '\n', '\r', '\n'};

  private final FileChannel channel;
  private final boolean compressed;
  private final @Nullable FastDeflate fast;
  private final Deflater shrinking = new Deflater(LEVEL, true);

  /**
   * Apart from the other: a level that changes within a member needs care that two streams don't.
   */
  private final Deflater storing = new Deflater(Deflater.NO_COMPRESSION, true);

  private final CRC32 crc = new CRC32();
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long drained;

  /**
   * @param channel an empty file
   */
  RecordWriter(FileChannel channel, boolean compressed) {
    this(channel, compressed, compressed ? FastDeflate.open() : null);
  }

  /**
   * @param fast what shrinks records of ordinary length, closed with this; null for zlib alone
   */
  RecordWriter(FileChannel channel, boolean compressed, @Nullable FastDeflate fast) {
    this.channel = channel;
    this.compressed = compressed;
    this.fast = fast;
  }

  /**
   * Adds a record; {@link #flush} hands it to the system.
   *
   * @param block what the record was built with
   */
  void add(WarcRecord record, byte[] block) throws IOException {
    add(record, block, shrinking);
  }

  /**
   * Adds a record whose block is compressed already: it goes into its member as it is, since
   * compressing it again takes as long as compressing a page and saves nothing.
   *
   * @param block what the record was built with
   */
  void addCompressed(WarcRecord record, byte[] block) throws IOException {
    add(record, block, storing);
  }

  private void add(WarcRecord record, byte[] block, Deflater deflater) throws IOException {
    byte[] header = record.serializeHeader();
    if (compressed) {
      addMember(header, block, deflater);
    } else {
      put(header);
      put(block);
      put(RECORD_TAIL);
    }
  }

  /** Returns where the next record begins. */
  long position() {
    return drained + buffer.position();
  }

  /** Hands all that was added to the system; it need not be on disk yet. */
  void flush() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        drained += channel.write(buffer);
      }
    } finally {
      buffer.compact();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      flush();
    } finally {
      shrinking.end();
      storing.end();
      if (fast != null) {
        fast.close();
      }
    }
  }

  private void addMember(byte[] header, byte[] block, Deflater deflater) throws IOException {
    byte[][] pieces = {header, block, RECORD_TAIL};
    long length = 0;
    crc.reset();
    for (byte[] piece : pieces) {
      crc.update(piece);
      length += piece.length;
    }
    put(MEMBER_HEAD);
    ByteBuffer shrunk =
        deflater == shrinking && fast != null && length <= FastDeflate.MAX_BYTES
            ? fast.deflate(pieces)
            : null;
    if (shrunk != null) {
      put(shrunk.array(), shrunk.limit());
    } else {
      deflate(pieces, deflater);
    }
    if (buffer.remaining() < MEMBER_TAIL) {
      flush();
    }
    buffer.putInt((int) crc.getValue());
    buffer.putInt((int) length); // modulo 2^32, as RFC 1952 has it
  }

  private void deflate(byte[][] pieces, Deflater deflater) throws IOException {
    deflater.reset();
    for (byte[] piece : pieces) {
      deflater.setInput(piece);
      drain(deflater);
    }
    deflater.finish();
    drain(deflater);
  }

  /** Takes what a deflater has, until it needs more input or has finished. */
  private void drain(Deflater deflater) throws IOException {
    do {
      if (!buffer.hasRemaining()) {
        flush();
      }
    } while (deflater.deflate(buffer) > 0);
  }

  private void put(byte[] bytes) throws IOException {
    put(bytes, bytes.length);
  }

  private void put(byte[] bytes, int end) throws IOException {
    int from = 0;
    while (from < end) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int length = Math.min(buffer.remaining(), end - from);
      buffer.put(bytes, from, length);
      from += length;
    }
  }
}
