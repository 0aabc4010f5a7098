package org.vigie.crawler.warc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.vigie.advert.Capture;

/** Turns one WARC record into a {@link WarcEntry}, its codings undone and its digest checked. */
final class RecordDecoder {
  private static final int BUFFER_BYTES = 16_384;

  private final String container;
  private final long maxPayloadBytes;

  RecordDecoder(String container, long maxPayloadBytes) {
    this.container = container;
    this.maxPayloadBytes = maxPayloadBytes;
  }

  /** Returns the entry, or null if the record holds no page. */
  @Nullable WarcEntry decode(WarcRecord record, long offset) throws IOException {
    if (record instanceof WarcResponse response && isHttp(response)) {
      return response(response, offset);
    }
    if (record instanceof WarcResource resource && isHtml(resource)) {
      Map<String, String> headers = new TreeMap<>();
      headers.put("content-type", resource.contentType().raw());
      return captured(resource, offset, 200, headers, raw(resource.body()));
    }
    requireWhole(record.body());
    return null;
  }

  /** A record that is passed over is read all the same: a file that ends within it is damaged. */
  private static void requireWhole(MessageBody body) throws IOException {
    drain(body);
    if (body.position() < body.size()) {
      throw new EOFException("a record of " + body.size() + " bytes ends after " + body.position());
    }
  }

  /** Returns the short name of what is wrong. */
  static String kind(Exception cause) {
    if (cause instanceof EOFException) {
      return "warc-truncated";
    }
    return cause instanceof ZipException ? "warc-bad-gzip" : "warc-bad-record";
  }

  private WarcEntry response(WarcResponse response, long offset) throws IOException {
    HttpResponse http;
    try {
      http = response.http();
    } catch (EOFException | ZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      drain(response.body());
      return unreadable(offset, "http-bad-response", "an HTTP response must be in the record", e);
    }
    Map<String, String> headers = HeaderMap.of(http.headers().map());
    return captured(response, offset, http.status(), headers, raw(http.body()));
  }

  private WarcEntry captured(
      WarcTargetRecord record, long offset, int status, Map<String, String> headers, Raw raw)
      throws IOException {
    drain(record.body());
    Optional<WarcDigest> declared = record.blockDigest();
    Optional<WarcDigest> found = record.calculatedBlockDigest();
    if (declared.isPresent() && found.isPresent() && !declared.get().equals(found.get())) {
      return new WarcEntry.Unreadable(
          offset,
          "digest-mismatch",
          "the block must have the digest that its record declares, but has another");
    }
    ContentCoding.Decoded decoded;
    try {
      decoded =
          ContentCoding.undo(
              raw.bytes(), headers.getOrDefault("content-encoding", ""), maxPayloadBytes);
    } catch (UnsupportedCodingException e) {
      return unreadable(offset, "unsupported-coding", "the body must be readable", e);
    }
    if (raw.cut()
        || decoded.truncated()
        || record.truncated() != WarcTruncationReason.NOT_TRUNCATED) {
      headers.put(HeaderMap.TRUNCATED, "length");
    }
    Capture capture =
        new Capture(
            record.target(),
            date(record),
            status,
            headers,
            raw.digest(),
            container,
            offset,
            record.headers().first(WarcFile.MANDATE_HEADER).orElse(""));
    return new WarcEntry.Captured(capture, decoded.bytes());
  }

  private static Instant date(WarcRecord record) {
    return record.date();
  }

  /**
   * A body as it was sent.
   *
   * @param bytes its beginning, up to the limit
   * @param digest labelled SHA-256 of the whole
   * @param cut whether only its beginning was kept
   */
  private record Raw(byte[] bytes, String digest, boolean cut) {}

  private Raw raw(ReadableByteChannel body) throws IOException {
    MessageDigest sha256 = Sha256.digester();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    boolean cut = false;
    while (body.read(buffer) >= 0) {
      int n = buffer.position();
      sha256.update(buffer.array(), 0, n);
      long room = maxPayloadBytes - kept.size();
      kept.write(buffer.array(), 0, (int) Math.min(n, room));
      cut |= n > room;
      buffer.clear();
    }
    return new Raw(kept.toByteArray(), Sha256.label(sha256.digest()), cut);
  }

  private static void drain(ReadableByteChannel body) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (body.read(buffer) >= 0) {
      buffer.clear();
    }
  }

  private static boolean isHttp(WarcResponse response) {
    return response.contentType().base().equals(MediaType.HTTP);
  }

  private static boolean isHtml(WarcResource resource) {
    String type = resource.contentType().raw().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html") || type.startsWith("application/xhtml");
  }

  private static WarcEntry unreadable(long offset, String kind, String must, Exception cause) {
    return new WarcEntry.Unreadable(
        offset,
        kind,
        must
            + "; found "
            + cause.getClass().getSimpleName()
            + ": "
            + Printable.of(String.valueOf(cause.getMessage())));
  }
}
