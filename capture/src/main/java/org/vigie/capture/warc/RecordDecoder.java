package org.vigie.capture.warc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.vigie.advert.Capture;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;
import org.vigie.files.digest.Sha256;

/** Turns one WARC record into a {@link WarcEntry}, its codings undone and its digest checked. */
final class RecordDecoder {
  private static final int BUFFER_BYTES = 16_384;

  /** Far more than the observations of a thousand adverts. */
  static final long MAX_FIELDS_BYTES = 4L << 20;

  private final String container;
  private final long maxPayloadBytes;

  RecordDecoder(String container, long maxPayloadBytes) {
    this.container = container;
    this.maxPayloadBytes = maxPayloadBytes;
  }

  /** Returns the entry, or null if the record holds no page. */
  @Nullable WarcEntry decode(WarcRecord record, long offset) throws IOException {
    if (record instanceof WarcResponse response && isHttp(response)) {
      WarcEntry answer = response(response, offset);
      return answer instanceof WarcEntry.Captured captured && isPart(response)
          ? new WarcEntry.Part(captured.capture(), captured.payload())
          : answer;
    }
    if (record instanceof WarcResource resource && isPageOrPicture(resource)) {
      Map<String, String> headers = new TreeMap<>();
      headers.put("content-type", resource.contentType().raw());
      return captured(resource, offset, 200, headers, raw(resource.body()));
    }
    if (record instanceof WarcRevisit revisit && isHttp(revisit)) {
      return revisit(revisit, offset);
    }
    if (record instanceof WarcMetadata metadata && isFields(metadata)) {
      return metadata(metadata, offset);
    }
    requireWhole(record.body());
    return null;
  }

  private WarcEntry revisit(WarcRevisit revisit, long offset) throws IOException {
    HttpResponse http;
    try {
      http = revisit.http();
    } catch (EOFException | ZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      drain(revisit.body());
      return unreadable(offset, "http-bad-response", "an HTTP header must be in the record", e);
    }
    requireWhole(revisit.body());
    if (!isIntact(revisit)) {
      return damaged(offset);
    }
    String digest = revisit.headers().first("WARC-Payload-Digest").orElse("");
    Map<String, String> headers = HeaderMap.of(http.headers().map());
    return new WarcEntry.Unchanged(
        capture(revisit, offset, http.status(), headers, digest),
        revisit.refersToDate().orElse(null));
  }

  /** Returns what a crawl of ours noted, or null if there is nothing of the kind. */
  private static @Nullable WarcEntry metadata(WarcMetadata metadata, long offset)
      throws IOException {
    if (metadata.body().size() > MAX_FIELDS_BYTES
        || metadata.headers().first("WARC-Target-URI").isEmpty()) {
      requireWhole(metadata.body());
      return null;
    }
    Map<String, List<String>> fields;
    try {
      fields = metadata.fields().map();
    } catch (EOFException | ZipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      drain(metadata.body());
      return null; // not ours: anything may stand there
    }
    requireWhole(metadata.body());
    List<Observation> found = ObservationFields.read(fields, metadata.target(), date(metadata));
    Optional<PictureHash> picture = WarcEntry.Pictured.hash(fields, date(metadata));
    WarcEntry pictured = WarcEntry.Pictured.read(metadata, fields, offset);
    if (found.isEmpty() && picture.isEmpty() && pictured == null) {
      return null;
    }
    if (!isIntact(metadata)) {
      return damaged(offset);
    }
    if (pictured != null) {
      return pictured;
    }
    return picture.isPresent()
        ? new WarcEntry.Hashed(picture.get()) // its own record: a picture holds no adverts
        : new WarcEntry.Observed(found);
  }

  private static boolean isIntact(WarcRecord record) throws IOException {
    Optional<WarcDigest> declared = record.blockDigest();
    Optional<WarcDigest> found = record.calculatedBlockDigest();
    return declared.isEmpty() || found.isEmpty() || declared.get().equals(found.get());
  }

  private static WarcEntry damaged(long offset) {
    return new WarcEntry.Unreadable(
        offset,
        "digest-mismatch",
        "the block must have the digest that its record declares, but has another");
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
    if (!isIntact(record)) {
      return damaged(offset);
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
    return new WarcEntry.Captured(
        capture(record, offset, status, headers, raw.digest()),
        decoded.bytes(),
        record.headers().first("WARC-Record-ID").orElse(""),
        madeOf(record));
  }

  private static boolean isPart(WarcRecord record) {
    return record.headers().first(WarcFile.PART_OF).isPresent();
  }

  private static String madeOf(WarcRecord record) {
    return record.headers().first(WarcFile.RENDERED_BY).isPresent()
        ? record.headers().first("WARC-Concurrent-To").orElse("")
        : "";
  }

  private Capture capture(
      WarcTargetRecord record,
      long offset,
      int status,
      Map<String, String> headers,
      String payloadDigest) {
    return new Capture(
        record.target(),
        date(record),
        status,
        headers,
        payloadDigest,
        container,
        offset,
        record.headers().first(WarcFile.MANDATE_HEADER).orElse(""));
  }

  /** WARC/1.1, section 5.4: years have four digits. What is beyond breaks what counts in days. */
  private static Instant date(WarcRecord record) {
    Instant date = record.date();
    int year = date.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > 9_999) {
      throw new IllegalArgumentException("WARC-Date must be of the years 1 to 9999");
    }
    return date;
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

  static boolean isHttp(WarcRecord record) {
    return record.contentType().base().equals(MediaType.HTTP);
  }

  private static boolean isFields(WarcMetadata metadata) {
    return metadata.contentType().base().equals(MediaType.WARC_FIELDS);
  }

  private static boolean isPageOrPicture(WarcResource resource) {
    String type = resource.contentType().raw().toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || type.startsWith("image/");
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
