package org.vigie.capture.warc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The records of a WARC file with their offsets.
 *
 * <p>A file that was compressed as a whole, not record by record, has no places in it to which one
 * could go; there, offsets count decompressed bytes.
 */
final class RecordSource implements AutoCloseable {
  private static final int SCAN_BYTES = 65_536;

  private static final byte[] GZIP_START = {0x1f, (byte) 0x8b};

  private static final byte[] PLAIN_START = {'W', 'A', 'R', 'C', '/', '1', '.'};

  /** Rereading after damage may cost this many times the file, so that no file costs its square. */
  private static final int MAX_REREADS = 8;

  private final FileChannel file;
  private final boolean whole;
  private final boolean gzip;
  private @Nullable WarcReader reader;
  private long start;
  private long reread;

  private RecordSource(FileChannel file, boolean whole, boolean gzip) {
    this.file = file;
    this.whole = whole;
    this.gzip = gzip;
  }

  static RecordSource open(Path warc) throws IOException {
    FileChannel file = FileChannel.open(warc);
    try {
      boolean gzip = startsWith(file, 0, GZIP_START);
      boolean whole = gzip && isCompressedAsAWhole(file);
      file.position(0);
      return new RecordSource(file, whole, gzip);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Returns the next record; whatever is wrong with it is an exception. */
  Optional<WarcRecord> next() throws IOException {
    if (reader == null) {
      reader = whole ? decompressing(file) : new WarcReader(file);
      reader.calculateBlockDigest();
    }
    return reader.next();
  }

  /**
   * Requires that the record that was read last has the checksum that the end of its gzip member
   * declares, if it has one of its own. What reads records (jwarc 0.36) doesn't look at it, and the
   * digest of a record leaves out its header: its address, its time, its mandate.
   *
   * @throws java.util.zip.ZipException if not
   */
  void requireChecksum() throws IOException {
    if (gzip && !whole) {
      GzipMembers.requireFirst(new PositionedStream(file, offset()));
    }
  }

  /** Returns where the record begins that was read last, or failed. */
  long offset() {
    return reader == null ? start : reader.position();
  }

  /** Returns whether the file was compressed as a whole. */
  boolean isWhole() {
    return whole;
  }

  /** Returns whether the file is compressed. */
  boolean isGzip() {
    return gzip;
  }

  /** Returns where the file ends, in the bytes in which offsets count. */
  long length() throws IOException {
    if (!whole) {
      return file.size();
    }
    file.position(0);
    try (InputStream in = new GZIPInputStream(Channels.newInputStream(file), SCAN_BYTES)) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  long bytesRead() {
    try {
      return file.position();
    } catch (IOException e) {
      throw new IllegalStateException("the WARC file must still be open", e);
    }
  }

  /** Goes to the next place that looks like a record's start; returns whether there is one. */
  boolean resync() throws IOException {
    reread += file.position() - start;
    if (whole || reread > MAX_REREADS * file.size()) {
      return false;
    }
    long next = gzip ? findGzipMember(offset() + 1) : find(PLAIN_START, offset() + 1);
    if (next < 0) {
      file.position(file.size());
      return false;
    }
    file.position(next);
    start = next;
    reader = null;
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static WarcReader decompressing(FileChannel file) throws IOException {
    var in = new GZIPInputStream(Channels.newInputStream(file), SCAN_BYTES);
    return new WarcReader(new BufferedInputStream(in));
  }

  /** True if the second record doesn't begin where a gzip member does. */
  private static boolean isCompressedAsAWhole(FileChannel file) throws IOException {
    file.position(0);
    try {
      WarcReader probe = new WarcReader(file);
      boolean first = probe.next().isPresent();
      if (!first || probe.next().isEmpty()) {
        return false;
      }
      long second = probe.position();
      return !startsWith(file, second, GZIP_START);
    } catch (IOException | RuntimeException e) {
      // Damaged within its first two records: reading it for good reports that, with its place.
      return false;
    }
  }

  private static boolean startsWith(FileChannel file, long at, byte[] magic) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(magic.length);
    int n = file.read(head, at);
    return n == magic.length && Arrays.equals(head.array(), magic);
  }

  /** A gzip member begins with the magic number, method 8 and no reserved flag (RFC 1952). */
  private long findGzipMember(long from) throws IOException {
    byte[] magic = {0x1f, (byte) 0x8b, 8};
    long start = find(magic, from);
    while (start >= 0) {
      ByteBuffer flags = ByteBuffer.allocate(1);
      if (file.read(flags, start + magic.length) == 1 && (flags.get(0) & 0xe0) == 0) {
        return start;
      }
      start = find(magic, start + 1);
    }
    return -1;
  }

  private long find(byte[] magic, long from) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(SCAN_BYTES);
    long at = from;
    while (at < file.size()) {
      window.clear();
      int n = file.read(window, at);
      if (n < magic.length) {
        return -1;
      }
      for (int i = 0; i + magic.length <= n; i++) {
        if (matches(window, i, magic)) {
          return at + i;
        }
      }
      at += n - magic.length + 1;
    }
    return -1;
  }

  private static boolean matches(ByteBuffer window, int at, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (window.get(at + i) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
