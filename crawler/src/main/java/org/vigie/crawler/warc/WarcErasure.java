package org.vigie.crawler.warc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Takes records out of a WARC file for good: the place of each goes to a record of the same length,
 * which says no more than that one was erased, so that all others stay where they are.
 */
public final class WarcErasure {
  /** RFC 1952: deflate, no name, no time; as {@link RecordWriter} has it. */
  private static final byte[] MEMBER_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  private static final int MEMBER_TAIL = 8;

  /** Most bytes of a stored block, and those of its head (RFC 1951, section 3.2.4). */
  private static final int MOST_STORED = 65_535;

  private static final int STORED_HEAD = 5;

  private static final byte[] RECORD_TAIL = {'\r', '\n', '\r', '\n'};

  private WarcErasure() {}

  /**
   * Erases records; the file is durable afterwards. What was erased before is erased again.
   *
   * @param warc plain, or with a gzip member for each record
   * @param offsets where the records begin
   * @param at when, as the new records say
   * @throws IOException if no record begins at an offset, or the file was compressed as a whole
   */
  public static void erase(Path warc, Collection<Long> offsets, Instant at) throws IOException {
    boolean gzip;
    SortedMap<Long, Long> lengths;
    try (RecordSource source = RecordSource.open(warc)) {
      if (source.isWhole()) {
        throw new IOException(
            warc.getFileName() + " must be compressed record by record to lose one, but isn't");
      }
      gzip = source.isGzip();
      lengths = lengths(source, new TreeSet<>(offsets));
    }
    if (lengths.size() < new TreeSet<>(offsets).size()) {
      throw new IOException(
          "a record must begin at each place that is to be erased in %s, but %d of %d don't"
              .formatted(
                  warc.getFileName(),
                  new TreeSet<>(offsets).size() - lengths.size(),
                  new TreeSet<>(offsets).size()));
    }
    try (FileChannel file = FileChannel.open(warc, StandardOpenOption.WRITE)) {
      for (var place : lengths.entrySet()) {
        String id = warc.getFileName() + "\n" + place.getKey();
        int length = Math.toIntExact(place.getValue());
        write(file, place.getKey(), gzip ? member(length, id, at) : record(length, id, at));
      }
      file.force(true);
    }
  }

  /** Returns the lengths of the records that begin at some offsets, as far as they are there. */
  private static SortedMap<Long, Long> lengths(RecordSource source, TreeSet<Long> offsets)
      throws IOException {
    SortedMap<Long, Long> lengths = new TreeMap<>();
    long before = -1;
    boolean ended = false;
    while (!ended) {
      long here;
      try {
        Optional<WarcRecord> record = source.next();
        ended = record.isEmpty();
        here = ended ? source.size() : source.offset();
      } catch (IOException | RuntimeException e) {
        here = source.offset();
        ended = !source.resync();
      }
      if (offsets.contains(before) && here > before) {
        lengths.put(before, here - before);
      }
      before = here;
    }
    return lengths;
  }

  private static void write(FileChannel file, long at, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer, at + buffer.position());
    }
  }

  /** Stored blocks can be cut anywhere, so there is a member of every length. */
  private static byte[] member(int length, String id, Instant at) throws IOException {
    int inside = length - MEMBER_HEAD.length - MEMBER_TAIL;
    int blocks = Math.ceilDiv(inside, MOST_STORED + STORED_HEAD);
    byte[] record = record(inside - STORED_HEAD * blocks, id, at);
    ByteBuffer member = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    member.put(MEMBER_HEAD);
    int from = 0;
    for (int block = 1; block <= blocks; block++) {
      int size = Math.min(MOST_STORED, record.length - from);
      member.put((byte) (block == blocks ? 1 : 0));
      member.putShort((short) size).putShort((short) ~size);
      member.put(record, from, size);
      from += size;
    }
    CRC32 checksum = new CRC32();
    checksum.update(record);
    member.putInt((int) checksum.getValue()).putInt(record.length);
    return member.array();
  }

  /** Its length stands in as many digits as any has, so that it doesn't depend on itself. */
  private static byte[] record(int length, String id, Instant at) throws IOException {
    String head =
        "WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Date: %s\r\nContent-Length: "
            .formatted(
                UUID.nameUUIDFromBytes(id.getBytes(US_ASCII)), at.truncatedTo(ChronoUnit.SECONDS));
    int body = length - head.length() - 10 - RECORD_TAIL.length - RECORD_TAIL.length;
    if (body < 0) {
      throw new IOException(
          "a record must have at least %d bytes to be erased in its place, but one has %d"
              .formatted(length - body, length));
    }
    byte[] record = new byte[length];
    Arrays.fill(record, (byte) ' ');
    byte[] start = (head + "%010d".formatted(body)).getBytes(US_ASCII);
    System.arraycopy(start, 0, record, 0, start.length);
    System.arraycopy(RECORD_TAIL, 0, record, start.length, RECORD_TAIL.length);
    System.arraycopy(RECORD_TAIL, 0, record, length - RECORD_TAIL.length, RECORD_TAIL.length);
    return record;
  }
}
