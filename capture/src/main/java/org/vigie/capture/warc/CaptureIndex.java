package org.vigie.capture.warc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.netpreserve.jwarc.URIs;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * The index of a WARC file by address and time, in which programs that replay pages look them up:
 * lines of CDXJ.
 *
 * @see <a href="https://pywb.readthedocs.io/en/latest/manual/indexing.html#cdxj-format">CDXJ</a>
 */
public final class CaptureIndex {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What the index calls a page that was the same as before (pywb's manual). */
  private static final String REVISIT = "warc/revisit";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final List<Met> met = new ArrayList<>();
  private final TreeSet<Long> starts = new TreeSet<>();

  private CaptureIndex(String name) {
    this.name = name;
  }

  /**
   * One capture of an address.
   *
   * @param url the address
   * @param at when it was captured
   * @param isWhole whether the record holds what was answered, not only that it was the same
   * @param line its line of the index, without an end
   */
  public record Line(String url, Instant at, boolean isWhole, String line) {}

  private record Met(long from, String url, Instant at, ObjectNode fields) {}

  /**
   * Reads the captures in a file, in its order. Damaged stretches are left out.
   *
   * @param warc plain, or compressed record by record
   * @param name the name by which the lines call the file
   */
  public static List<Line> of(Path warc, String name) throws IOException {
    CaptureIndex index = new CaptureIndex(name);
    index.look(warc);
    return index.met.stream().map(index::line).toList();
  }

  private void look(Path warc) throws IOException {
    try (RecordSource source = RecordSource.open(warc)) {
      boolean ended = false;
      while (!ended) {
        try {
          Optional<WarcRecord> record = source.next();
          ended = record.isEmpty();
          if (record.isPresent()) {
            starts.add(source.offset());
            if (record.get() instanceof WarcCaptureRecord capture) {
              add(capture, source.offset());
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

  private void add(WarcCaptureRecord record, long from) throws IOException {
    ObjectNode fields = JSON.createObjectNode();
    fields.put("url", record.target());
    switch (record) {
      case WarcResponse response when RecordDecoder.isHttp(response) ->
          fields
              .put("mime", response.payloadType().base().toString())
              .put("status", Integer.toString(response.http().status()));
      case WarcRevisit revisit ->
          fields.put("mime", REVISIT).put("status", Integer.toString(revisit.http().status()));
      case WarcResource resource ->
          fields.put("mime", resource.payloadType().base().toString()).put("status", "200");
      default -> {
        return;
      }
    }
    record.headers().first("WARC-Payload-Digest").ifPresent(it -> fields.put("digest", it));
    met.add(new Met(from, record.target(), record.date(), fields));
  }

  private Line line(Met capture) {
    Long end = starts.higher(capture.from());
    if (end == null) {
      throw new IllegalStateException("a record must end where another starts, or the file ends");
    }
    ObjectNode fields = capture.fields();
    fields.put("length", Long.toString(end - capture.from()));
    fields.put("offset", Long.toString(capture.from()));
    fields.put("filename", name);
    return new Line(
        capture.url(),
        capture.at(),
        !fields.path("mime").asText().equals(REVISIT),
        URIs.toNormalizedSurt(capture.url()) + " " + TIMESTAMP.format(capture.at()) + " " + fields);
  }
}
