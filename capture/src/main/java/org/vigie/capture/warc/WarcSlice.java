package org.vigie.capture.warc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Some captures of a WARC file, copied byte for byte into another one.
 *
 * <p>With the record of an answer go its request, its metadata and the {@code warcinfo} of its
 * mandate: no other mandate's, and no page that it refers to.
 */
public final class WarcSlice {
  private static final int BUFFER_BYTES = 1 << 16;

  /** A record with the ids it names. */
  private record Met(long from, MessageHeaders headers) {
    String id() {
      return headers.first("WARC-Record-ID").orElse("");
    }

    /** Our own records name their payload's hash as provenance does; others may do otherwise. */
    boolean mayHold(String digest) {
      String own = headers.first("WARC-Payload-Digest").orElse("");
      return digest.isEmpty() || !own.startsWith("sha256:") || own.equalsIgnoreCase(digest);
    }

    /** Those it was made together with, and the mandate it belongs to. */
    List<String> named() {
      List<String> named = new ArrayList<>(headers.all("WARC-Concurrent-To"));
      named.addAll(headers.all("WARC-Warcinfo-ID"));
      return named;
    }
  }

  private final Path warc;
  private final List<Met> records = new ArrayList<>();
  private final TreeSet<Long> starts = new TreeSet<>();
  private boolean whole;

  private WarcSlice(Path warc) {
    this.warc = warc;
  }

  /**
   * Copies records.
   *
   * @param positions where the records of the answers begin, as {@link
   *     org.vigie.advert.Provenance#position} tells it
   * @param out a file that doesn't exist yet; not compressed if {@code warc} is so as a whole
   * @return those of the positions at which there is a record
   */
  public static Set<Long> copy(Path warc, Set<Long> positions, Path out) throws IOException {
    Map<Long, String> any = new HashMap<>();
    positions.forEach(position -> any.put(position, ""));
    return copy(warc, any, out);
  }

  /**
   * Copies records, if they are those that are meant: a file of the same name may hold others.
   *
   * @param digests position → labelled hash of the payload that the record there must have; empty
   *     for any
   * @param out a file that doesn't exist yet; not compressed if {@code warc} is so as a whole
   * @return those of the positions at which there is such a record
   */
  public static Set<Long> copy(Path warc, Map<Long, String> digests, Path out) throws IOException {
    WarcSlice slice = new WarcSlice(warc);
    slice.look();
    Set<Long> found = new TreeSet<>();
    for (Met record : slice.records) {
      String meant = digests.get(record.from());
      if (meant != null && record.mayHold(meant)) {
        found.add(record.from());
      }
    }
    if (!found.isEmpty()) {
      slice.write(slice.chosen(found), out);
    }
    return found;
  }

  /** Damaged stretches have a start, so that the record before them ends there, and no record. */
  private void look() throws IOException {
    try (RecordSource source = RecordSource.open(warc)) {
      whole = source.isWhole();
      boolean ended = false;
      while (!ended) {
        try {
          Optional<WarcRecord> record = source.next();
          ended = record.isEmpty();
          record.ifPresent(found -> {
            starts.add(source.offset());
            records.add(new Met(source.offset(), found.headers()));
          });
        } catch (IOException | RuntimeException e) {
          starts.add(source.offset());
          ended = !source.resync();
        }
      }
      starts.add(source.length());
    }
  }

  private List<ByteRange> chosen(Set<Long> positions) {
    Set<Met> chosen = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Met record : records) {
      if (positions.contains(record.from())) {
        chosen.add(record);
        ids.add(record.id());
        ids.addAll(record.named());
      }
    }
    Set<String> answers = new HashSet<>();
    chosen.forEach(record -> answers.add(record.id()));
    for (Met record : records) {
      if (ids.contains(record.id())
          || record.headers().all("WARC-Concurrent-To").stream().anyMatch(answers::contains)) {
        chosen.add(record);
      }
    }
    return chosen.stream().map(this::range).sorted().toList();
  }

  private ByteRange range(Met record) {
    Long next = starts.higher(record.from());
    if (next == null) {
      throw new IllegalStateException("a record must end where another starts, or the file ends");
    }
    return new ByteRange(record.from(), next);
  }

  private void write(List<ByteRange> ranges, Path out) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(warc), BUFFER_BYTES);
        InputStream in = whole ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
        OutputStream to =
            new BufferedOutputStream(
                Files.newOutputStream(out, StandardOpenOption.CREATE_NEW), BUFFER_BYTES)) {
      long at = 0;
      for (ByteRange range : ranges) {
        in.skipNBytes(range.from() - at);
        for (long left = range.length(); left > 0; ) {
          byte[] bytes = in.readNBytes((int) Math.min(left, BUFFER_BYTES));
          if (bytes.length == 0) {
            throw new IOException(
                "a record of %s must end at %d, but the file ends before"
                    .formatted(warc.getFileName(), range.to()));
          }
          to.write(bytes);
          left -= bytes.length;
        }
        at = range.to();
      }
    }
  }

  /** Returns whether a copy is compressed: as its original, unless that is so as a whole. */
  public static boolean staysCompressed(Path warc) throws IOException {
    try (RecordSource source = RecordSource.open(warc)) {
      return source.isGzip() && !source.isWhole();
    }
  }
}
