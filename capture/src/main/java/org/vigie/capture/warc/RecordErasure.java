package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Erases records of a WARC file. Each leaves a {@code metadata} record of the very same length that
 * says when it was erased and nothing else: so all others keep their bytes and their places, to
 * which adverts, crawls and reports refer.
 *
 * <p>The same ranges erased again, at the same time, give the same file.
 */
public final class RecordErasure {
  private static final int BUFFER_BYTES = 1 << 16;

  /** RFC 1951, section 3.2.4: the length of a stored block is told in sixteen bits. */
  private static final int MOST_STORED = 0xffff;

  private static final int STORED_HEAD = 5;
  private static final int MEMBER_HEAD = 10;
  private static final int MEMBER_TAIL = 8;

  /** RFC 1952, section 2.3.1: the flag of an extra field, whose length is told in two bytes. */
  private static final int EXTRA = 4;

  private static final int EXTRA_LENGTH = 2;

  private static final String TAIL = "\r\n\r\n";

  private final String file;
  private final String at;

  private RecordErasure(String file, Instant at) {
    this.file = file;
    this.at = at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * Erases records; the file is replaced whole or not at all.
   *
   * @param ranges the records, as {@link RecordPlaces} tells them
   * @param at when, as it is to be said in their place
   * @throws IOException if the file can't be read or written, or a record is too short to say so
   */
  public static void erase(Path warc, List<ByteRange> ranges, Instant at) throws IOException {
    Path part = warc.resolveSibling(warc.getFileName() + ".part");
    RecordErasure erasure = new RecordErasure(warc.getFileName().toString(), at);
    List<ByteRange> sorted = ranges.stream().sorted().distinct().toList();
    Storage storage = Storage.of(warc);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
      try (InputStream in = storage.open(warc)) {
        if (storage == Storage.WHOLE) {
          GZIPOutputStream gzip = new GZIPOutputStream(raw, BUFFER_BYTES);
          erasure.copy(in, gzip, sorted, storage);
          gzip.finish();
        } else {
          erasure.copy(in, raw, sorted, storage);
        }
      }
      raw.flush();
      channel.force(true);
    }
    Files.move(part, warc, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** How the records of a file are compressed. */
  private enum Storage {
    PLAIN,
    MEMBERS,
    WHOLE;

    static Storage of(Path warc) throws IOException {
      try (RecordSource source = RecordSource.open(warc)) {
        return source.isWhole() ? WHOLE : source.isGzip() ? MEMBERS : PLAIN;
      }
    }

    InputStream open(Path warc) throws IOException {
      InputStream in = new BufferedInputStream(Files.newInputStream(warc), BUFFER_BYTES);
      return this == WHOLE ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }
  }

  private void copy(InputStream in, OutputStream out, List<ByteRange> ranges, Storage storage)
      throws IOException {
    long position = 0;
    for (ByteRange range : ranges) {
      copy(in, out, range.from() - position);
      in.skipNBytes(range.length());
      out.write(inPlaceOf(range, storage));
      position = range.to();
    }
    in.transferTo(out);
  }

  private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (long left = bytes; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new EOFException("a record must lie within its file, but one doesn't");
      }
      out.write(buffer, 0, n);
      left -= n;
    }
  }

  private byte[] inPlaceOf(ByteRange range, Storage storage) throws IOException {
    int length = Math.toIntExact(range.length());
    if (storage != Storage.MEMBERS) {
      return record(range, length);
    }
    // A record may be cut into blocks as one likes, so one block more than are needed at most.
    int blocks = length / (MOST_STORED + STORED_HEAD) + 1;
    int stored = length - MEMBER_HEAD - MEMBER_TAIL - blocks * STORED_HEAD;
    return stored >= shortest(range)
        ? member(stored(record(range, stored), blocks), record(range, stored), 0)
        : shrunk(range, length);
  }

  private int shortest(ByteRange range) {
    return head(range, 0).length + TAIL.length();
  }

  private byte[] head(ByteRange range, int block) {
    UUID id = UUID.nameUUIDFromBytes(("erased\n" + file + '\n' + range.from()).getBytes(UTF_8));
    return """
    WARC/1.1\r
    WARC-Type: metadata\r
    WARC-Record-ID: <urn:uuid:%s>\r
    WARC-Date: %s\r
    Content-Type: text/plain\r
    Content-Length: %010d\r
    \r
    """
        .formatted(id, at, block)
        .getBytes(US_ASCII);
  }

  /** Returns a record of so many bytes. */
  private byte[] record(ByteRange range, int length) throws IOException {
    int block = length - shortest(range);
    if (block < 0) {
      throw tooShort(range);
    }
    byte[] record = new byte[length];
    Arrays.fill(record, (byte) ' ');
    byte[] head = head(range, block);
    System.arraycopy(head, 0, record, 0, head.length);
    byte[] word = "erased".getBytes(US_ASCII);
    System.arraycopy(word, 0, record, head.length, Math.min(block, word.length));
    byte[] tail = TAIL.getBytes(US_ASCII);
    System.arraycopy(tail, 0, record, length - tail.length, tail.length);
    return record;
  }

  /** Returns a deflated text that takes its own length and {@link #STORED_HEAD} for each block. */
  private static byte[] stored(byte[] text, int blocks) {
    ByteBuffer out =
        ByteBuffer.allocate(text.length + blocks * STORED_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    int from = 0;
    for (int block = 1; block <= blocks; block++) {
      int length = (int) ((long) text.length * block / blocks) - from;
      out.put((byte) (block == blocks ? 1 : 0)).putShort((short) length).putShort((short) ~length);
      out.put(text, from, length);
      from += length;
    }
    return out.array();
  }

  /** Returns a member that is filled up by a field that readers pass over. */
  private byte[] shrunk(ByteRange range, int length) throws IOException {
    byte[] text = record(range, shortest(range));
    byte[] deflated = deflate(text);
    int filling = length - MEMBER_HEAD - EXTRA_LENGTH - deflated.length - MEMBER_TAIL;
    if (filling < 0) {
      throw tooShort(range);
    }
    return member(deflated, text, EXTRA_LENGTH + filling);
  }

  private static byte[] deflate(byte[] text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(text);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[256];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] member(byte[] deflated, byte[] text, int extra) {
    CRC32 crc = new CRC32();
    crc.update(text);
    ByteBuffer out =
        ByteBuffer.allocate(MEMBER_HEAD + extra + deflated.length + MEMBER_TAIL)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x1f, (byte) 0x8b, 8, (byte) (extra > 0 ? EXTRA : 0)});
    out.position(MEMBER_HEAD);
    if (extra > 0) {
      out.putShort((short) (extra - EXTRA_LENGTH)).position(MEMBER_HEAD + extra);
    }
    return out.put(deflated).putInt((int) crc.getValue()).putInt(text.length).array();
  }

  private IOException tooShort(ByteRange range) {
    return new IOException(
        "a record must be long enough for another to say that it was erased, but that at %d of %s has %d bytes"
            .formatted(range.from(), file, range.length()));
  }
}
