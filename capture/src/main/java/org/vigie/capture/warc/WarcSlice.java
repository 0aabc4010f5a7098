package org.vigie.capture.warc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Some captures of a WARC file, copied byte for byte into another one.
 *
 * <p>With the record of an answer go its request, its metadata and the {@code warcinfo} that it
 * names, else the one before it (WARC 1.1, 6.2): no other mandate's, and no page that it refers to.
 * With a page as a browser showed it go none of the answers that it was made of: they may hold
 * adverts that the page doesn't show, and that nobody has looked at or that must not leave.
 */
public final class WarcSlice {
  private static final int BUFFER_BYTES = 1 << 16;

  /** What goes along with an answer if links say so; another answer never does. */
  private static final Set<String> COMPANIONS = Set.of("request", "metadata");

  private static final String MANDATE = "warcinfo";
  private static final String MANDATE_ID = "WARC-Warcinfo-ID";

  /**
   * Ids are what the file says: they may be missing, and two records may have the same.
   *
   * @param software what a {@code warcinfo} says that it was made with, or empty
   * @param under where the {@code warcinfo} begins that came last, or -1
   */
  private record Met(long from, MessageHeaders headers, String software, long under) {
    String id() {
      return headers.first("WARC-Record-ID").orElse("");
    }

    String type() {
      return headers.first("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    boolean isAnswer() {
      return !COMPANIONS.contains(type()) && !isMandate();
    }

    boolean isMandate() {
      return type().equals(MANDATE);
    }

    List<String> beside() {
      return headers.all("WARC-Concurrent-To").stream().filter(id -> !id.isEmpty()).toList();
    }

    /** One that names none, not even an empty one, is under the one before it. */
    boolean isUnder(Met info) {
      return headers
          .first(MANDATE_ID)
          .map(id -> !id.isEmpty() && id.equals(info.id()))
          .orElse(info.from == under);
    }
  }

  private final Path warc;
  private final List<Met> records = new ArrayList<>();
  private final TreeSet<Long> starts = new TreeSet<>();
  private final Set<Long> found = new TreeSet<>();
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
   * @return those of the positions at which there is a record, each with what captured it
   */
  public static Map<Long, String> copy(Path warc, Set<Long> positions, Path out)
      throws IOException {
    Map<Long, String> any = new HashMap<>();
    positions.forEach(position -> any.put(position, ""));
    return copy(warc, any, out);
  }

  /**
   * Copies records, if they are those that are meant: a file of the same name may hold others.
   *
   * @param digests position → labelled hash that the payload of the record there must have, as it
   *     is read now; empty for any
   * @param out a file that doesn't exist yet; not compressed if {@code warc} is so as a whole
   * @return those of the positions at which there is such a record, each with the software that
   *     captured it as its {@code warcinfo} says, or empty
   */
  public static Map<Long, String> copy(Path warc, Map<Long, String> digests, Path out)
      throws IOException {
    WarcSlice slice = new WarcSlice(warc);
    slice.look(digests);
    if (!slice.found.isEmpty()) {
      slice.write(slice.chosen(), out);
    }
    return slice.software();
  }

  /** Damaged stretches have a start, so that the record before them ends there, and no record. */
  private void look(Map<Long, String> digests) throws IOException {
    RecordDecoder decoder =
        new RecordDecoder(warc.getFileName().toString(), WarcReader.DEFAULT_MAX_PAYLOAD_BYTES);
    try (RecordSource source = RecordSource.open(warc)) {
      whole = source.isWhole();
      boolean ended = false;
      long under = -1;
      while (!ended) {
        try {
          Optional<WarcRecord> record = source.next();
          ended = record.isEmpty();
          if (record.isPresent()) {
            long at = source.offset();
            starts.add(at);
            String software = record.get() instanceof Warcinfo info ? software(info) : "";
            Met met = new Met(at, record.get().headers(), software, under);
            records.add(met);
            under = met.isMandate() ? at : under;
            String meant = digests.get(at);
            if (meant != null && (meant.isEmpty() || holds(record.get(), at, meant, decoder))) {
              found.add(at);
            }
          }
        } catch (IOException | RuntimeException e) {
          starts.add(source.offset());
          ended = !source.resync();
        }
      }
      starts.add(source.length());
    }
  }

  /** The digest that counts is that of the bytes, not what the record says of itself. */
  private static boolean holds(WarcRecord record, long at, String digest, RecordDecoder decoder)
      throws IOException {
    return decoder.decode(record, at) instanceof WarcEntry.Captured captured
        && captured.capture().payloadDigest().equalsIgnoreCase(digest);
  }

  /** In a record of others anything may stand. */
  private static String software(Warcinfo info) throws IOException {
    if (info.body().size() > RecordDecoder.MAX_FIELDS_BYTES) {
      return "";
    }
    try {
      return info.fields().first("software").orElse("").strip();
    } catch (EOFException | ZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  /** Two records with the same id that say different things say nothing. */
  private Map<Long, String> software() {
    Map<Long, String> software = new TreeMap<>();
    for (Met answer : answers()) {
      Set<String> said = new HashSet<>();
      records.stream()
          .filter(record -> record.isMandate() && answer.isUnder(record))
          .forEach(record -> said.add(record.software()));
      software.put(answer.from(), said.size() == 1 ? said.iterator().next() : "");
    }
    return software;
  }

  private List<Met> answers() {
    return records.stream().filter(record -> found.contains(record.from())).toList();
  }

  private List<ByteRange> chosen() {
    List<Met> answers = answers();
    Set<String> named = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Met answer : answers) {
      named.addAll(answer.beside());
      ids.add(answer.id());
    }
    Set<String> others = new HashSet<>();
    records.stream()
        .filter(record -> record.isAnswer() && !found.contains(record.from()))
        .forEach(record -> others.add(record.id()));
    // An id that two answers share says of neither what belongs to it.
    ids.removeAll(others);
    ids.remove("");
    Set<Met> chosen = new HashSet<>(answers);
    for (Met record : records) {
      boolean isBeside =
          COMPANIONS.contains(record.type())
              && record.beside().stream().noneMatch(others::contains)
              && (named.contains(record.id()) || record.beside().stream().anyMatch(ids::contains));
      boolean isTheirs =
          record.isMandate() && answers.stream().anyMatch(answer -> answer.isUnder(record));
      if (isBeside || isTheirs) {
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
