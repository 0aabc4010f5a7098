package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcRecord;

/** The places of all records of a WARC file, whatever they hold. */
public final class RecordPlaces {
  private RecordPlaces() {}

  /** What was met on the way: a record, or the start of a damaged stretch, which has none. */
  private record Met(long offset, Optional<MessageHeaders> headers) {}

  /**
   * Returns the places of the records of a file in their order. A damaged stretch is passed over
   * and belongs to no record.
   */
  public static List<RecordPlace> of(Path warc) throws IOException {
    List<Met> met = new ArrayList<>();
    long end;
    try (RecordSource source = RecordSource.open(warc)) {
      boolean ended = false;
      while (!ended) {
        try {
          Optional<WarcRecord> record = source.next();
          ended = record.isEmpty();
          record.ifPresent(
              found -> met.add(new Met(source.offset(), Optional.of(found.headers()))));
        } catch (IOException | RuntimeException e) {
          met.add(new Met(source.offset(), Optional.empty()));
          ended = !source.resync();
        }
      }
      end = source.length();
    }
    return places(met, end);
  }

  private static List<RecordPlace> places(List<Met> met, long end) {
    List<RecordPlace> places = new ArrayList<>();
    for (int i = 0; i < met.size(); i++) {
      long from = met.get(i).offset();
      long to = i + 1 < met.size() ? met.get(i + 1).offset() : end;
      met.get(i)
          .headers()
          .filter(headers -> to > from)
          .ifPresent(headers -> places.add(place(new ByteRange(from, to), headers)));
    }
    return places;
  }

  private static RecordPlace place(ByteRange range, MessageHeaders headers) {
    return new RecordPlace(
        range,
        headers.first("WARC-Record-ID").orElse(""),
        withoutBrackets(headers.first("WARC-Target-URI").orElse("")),
        headers.first("WARC-Date").map(RecordPlaces::instant).orElse(Instant.MAX),
        headers.all("WARC-Concurrent-To"),
        headers.first(WarcFile.PART_OF).orElse(""),
        headers.first(WarcFile.RENDERED_BY).isPresent());
  }

  private static Instant instant(String date) {
    try {
      return Instant.parse(date);
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }

  /** WARC 1.0 put addresses in angle brackets. */
  private static String withoutBrackets(String address) {
    return address.startsWith("<") && address.endsWith(">")
        ? address.substring(1, address.length() - 1)
        : address;
  }
}
