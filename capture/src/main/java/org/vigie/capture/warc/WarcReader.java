package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reads the responses of one WARC file, plain or gzip, in order, and what later visits showed;
 * {@code resource} records that hold HTML count as responses.
 *
 * <p>Bad content never makes {@link #next()} throw. A damaged stretch gives one {@link
 * WarcEntry.Unreadable}, and reading goes on at the next place that looks like the start of a
 * record; a damaged end gives one and ends. Only a disk that fails is an {@link IOException}.
 */
public final class WarcReader implements AutoCloseable {
  /** Most bytes kept of one payload unless told otherwise: 16 MiB, twice what a crawl keeps. */
  public static final long DEFAULT_MAX_PAYLOAD_BYTES = 16L << 20;

  private final RecordSource source;
  private final RecordDecoder decoder;
  private boolean ended;
  private boolean damaged;

  private WarcReader(RecordSource source, RecordDecoder decoder) {
    this.source = source;
    this.decoder = decoder;
  }

  /** Opens a file with the default limit on payloads. */
  public static WarcReader open(Path warc) throws IOException {
    return open(warc, DEFAULT_MAX_PAYLOAD_BYTES);
  }

  /**
   * Opens a file.
   *
   * @param maxPayloadBytes most bytes kept of one payload, decompressed; a longer one is cut, which
   *     its header {@code x-vigie-truncated} says
   */
  public static WarcReader open(Path warc, long maxPayloadBytes) throws IOException {
    return new WarcReader(
        RecordSource.open(warc), new RecordDecoder(warc.getFileName().toString(), maxPayloadBytes));
  }

  /** Returns the next entry, or null at the end. */
  public @Nullable WarcEntry next() throws IOException {
    while (!ended) {
      WarcEntry entry;
      try {
        Optional<WarcRecord> record = source.next();
        if (record.isEmpty()) {
          ended = true;
          return null;
        }
        entry = decoder.decode(record.get(), source.offset());
        source.requireChecksum();
      } catch (IOException | RuntimeException e) {
        WarcEntry damage = damaged(e);
        if (damage != null) {
          return damage;
        }
        continue;
      }
      damaged = false;
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** Returns how many bytes of the file have been read. */
  public long bytesRead() {
    return source.bytesRead();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Returns what to report, or null if it belongs to a damaged stretch already reported. */
  private @Nullable WarcEntry damaged(Exception cause) throws IOException {
    long offset = source.offset();
    ended = !source.resync();
    if (damaged) {
      return null;
    }
    damaged = true;
    String kind = RecordDecoder.kind(cause);
    return new WarcEntry.Unreadable(
        offset,
        kind,
        "a WARC record must start at offset "
            + offset
            + " and be whole; found "
            + cause.getClass().getSimpleName()
            + ": "
            + Printable.of(String.valueOf(cause.getMessage())));
  }
}
