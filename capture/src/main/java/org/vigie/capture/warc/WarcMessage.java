package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * WARC records in one message, plain or gzip: what stands in a WARC file about one page, or about
 * several.
 *
 * @param container what its captures are said to lie in
 * @param position where it stands there, such as its offset in a topic
 * @param bytes the records
 */
public record WarcMessage(String container, long position, byte[] bytes) {
  /** Messages are held in memory: room for a few pages of the largest size. */
  private static final long MAX_BYTES =
      4 * org.vigie.capture.warc.WarcReader.DEFAULT_MAX_PAYLOAD_BYTES;

  private static final byte[] PLAIN = "WARC/".getBytes(US_ASCII);
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

  /** Returns whether bytes begin as WARC records do, which neither text nor JSON does. */
  public static boolean isMeant(byte[] bytes) {
    return startsWith(bytes, PLAIN) || startsWith(bytes, GZIP);
  }

  /**
   * Returns its entries in order. What can't be read on gives one {@link WarcEntry.Unreadable},
   * with which it ends; a record with another digest gives one, and the next is read. It can't be
   * read on beyond {@value #MAX_BYTES} bytes, all that its records unfold to together.
   */
  public List<WarcEntry> entries() {
    List<WarcEntry> entries = new ArrayList<>();
    try (BoundedStream in = new BoundedStream(open(), MAX_BYTES);
        WarcReader reader = new WarcReader(in)) {
      reader.calculateBlockDigest();
      var decoder =
          new RecordDecoder(container, org.vigie.capture.warc.WarcReader.DEFAULT_MAX_PAYLOAD_BYTES);
      Optional<WarcRecord> record = reader.next();
      if (record.isEmpty()) {
        entries.add(unreadable("warc-truncated", "found none"));
      }
      for (; record.isPresent(); record = reader.next()) {
        WarcEntry entry = decoder.decode(record.get(), position);
        if (entry instanceof WarcEntry.Captured captured) {
          in.spend(Math.max(0, captured.payload().length - record.get().body().size()));
        }
        if (entry != null) {
          entries.add(entry);
        }
      }
    } catch (BoundedStream.TooLongException e) {
      entries.add(
          new WarcEntry.Unreadable(
              position,
              "warc-too-large",
              "a message may unfold to %d bytes at most, but is larger".formatted(MAX_BYTES)));
    } catch (IOException | RuntimeException e) {
      entries.add(
          unreadable(
              RecordDecoder.kind(e),
              "found "
                  + e.getClass().getSimpleName()
                  + ": "
                  + Printable.of(String.valueOf(e.getMessage()))));
    }
    return entries;
  }

  /** Undoes gzip first, so that it doesn't matter whether each record is a member of its own. */
  private InputStream open() throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    if (!startsWith(bytes, GZIP)) {
      return in;
    }
    PushbackInputStream plain = new PushbackInputStream(new GzipMembers(in));
    int first = plain.read();
    if (first == GZIP[0]) {
      throw new ZipException("gzip within gzip, which unfolds to any size");
    }
    if (first >= 0) {
      plain.unread(first);
    }
    return plain;
  }

  private WarcEntry unreadable(String kind, String found) {
    return new WarcEntry.Unreadable(
        position, kind, "a message must hold whole WARC records; " + found);
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
