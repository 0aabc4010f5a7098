package org.vigie.capture.warc;

import java.time.Instant;
import java.util.List;

/**
 * A record of a WARC file: where it stands, and what ties it to others.
 *
 * @param range its bytes, up to the next record
 * @param id its {@code WARC-Record-ID}, or empty
 * @param target its {@code WARC-Target-URI}, or empty
 * @param date its {@code WARC-Date}; the end of time if it can't be read
 * @param beside ids of the records it names by {@code WARC-Concurrent-To}
 * @param partOf id of the record of the page whose scripts asked for it, or empty
 * @param rendered whether a browser made it of the records that it names
 */
public record RecordPlace(
    ByteRange range,
    String id,
    String target,
    Instant date,
    List<String> beside,
    String partOf,
    boolean rendered) {
  public RecordPlace {
    beside = List.copyOf(beside);
  }
}
