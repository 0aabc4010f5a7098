package org.vigie.capture.warc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;

/**
 * One WARC 1.1 file being written (ISO 28500:2017), a gzip member per record if its name ends in
 * {@code .gz}.
 *
 * <p>Record ids are derived from their content and place, so that the same input makes the same
 * records. Each record says under which mandate it was made.
 */
final class WarcFile implements AutoCloseable {
  /** The header field that names the mandate of a record; the {@code warcinfo} spells it out. */
  static final String MANDATE_HEADER = "Vigie-Mandate";

  /** The header field that names the browser whose work a {@code resource} is. */
  static final String RENDERED_BY = "Vigie-Rendered-By";

  /** The header field of an answer to a page's scripts that names the record of the page's. */
  static final String PART_OF = "Vigie-Part-Of";

  /** The field of a {@code metadata} record that holds the digest of a body that isn't kept. */
  static final String BODY_DIGEST = "bodyDigest";

  /** The field beside it with the digest of the address, as adverts name their pictures. */
  static final String IMAGE_URL_DIGEST = "imageUrlDigest";

  /** The field that holds what was read of a picture, as a line of JSON. */
  static final String PICTURE_READING = "pictureReading";

  private final String name;
  private final FileChannel channel;
  private final RecordWriter writer;
  private final String mandateId;
  private final WarcRecords records;

  private WarcFile(Path path, Mandate mandate, Instant now, FileChannel channel, boolean repeatable)
      throws IOException {
    this.name = path.getFileName().toString();
    this.mandateId = mandate.id();
    this.channel = channel;
    boolean compressed = name.endsWith(".gz");
    this.writer =
        repeatable
            ? new RecordWriter(channel, compressed, null)
            : new RecordWriter(channel, compressed);
    this.records = new WarcRecords(name, writer);
    records.underMandate(mandate, now);
  }

  /** Creates a file that must not exist yet and writes its {@code warcinfo}. */
  static WarcFile create(Path path, Mandate mandate, Instant now) throws IOException {
    return open(path, mandate, now, false, StandardOpenOption.CREATE_NEW);
  }

  /**
   * Creates a file, or empties the one that is there, and writes its {@code warcinfo}; the same
   * input makes the same bytes, for which it compresses more slowly.
   */
  static WarcFile overwrite(Path path, Mandate mandate, Instant now) throws IOException {
    return open(
        path, mandate, now, true, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static WarcFile open(
      Path path, Mandate mandate, Instant now, boolean repeatable, StandardOpenOption... options)
      throws IOException {
    List<StandardOpenOption> all = new java.util.ArrayList<>(List.of(options));
    all.add(StandardOpenOption.WRITE);
    FileChannel channel = FileChannel.open(path, all.toArray(StandardOpenOption[]::new));
    try {
      return new WarcFile(path, mandate, now, channel, repeatable);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Writes request, response and metadata of an exchange; returns where the response is.
   *
   * <p>Of a page that is the same as one archived before, a {@code revisit} record takes the place
   * of the response. An answer whose body was not kept has none: the metadata tell its digest.
   *
   * @param mandate the one it was made under; it is spelled out in the file when it first occurs
   * @param refersTo id of the record of the page that it is the same as, or empty if unknown
   */
  Capture writeExchange(Exchange exchange, Mandate mandate, Comparison comparison, String refersTo)
      throws IOException {
    return writeExchange(exchange, mandate, comparison, refersTo, "");
  }

  /**
   * Writes an exchange that a script of a page asked for.
   *
   * @param pageId id of the record of the page's own answer
   */
  Capture writePart(Exchange exchange, Mandate mandate, String pageId) throws IOException {
    return writeExchange(exchange, mandate, Comparison.none(), "", pageId);
  }

  /**
   * Writes what was read of a picture of a page, whose own bytes are written nowhere.
   *
   * @param pageId id of the record of the page's own answer
   */
  void writePicture(WarcArchive.FetchedPicture picture, String pageId) throws IOException {
    String under = picture.mandate().id();
    Exchange exchange = picture.exchange();
    records.underMandate(picture.mandate(), exchange.fetchedAt());
    String id = records.picture(picture, pageId, under);
    if (picture.first()) {
      records.request(exchange, id, under);
    }
    writer.flush();
  }

  private Capture writeExchange(
      Exchange exchange, Mandate mandate, Comparison comparison, String refersTo, String pageId)
      throws IOException {
    String under = mandate.id();
    records.underMandate(mandate, exchange.fetchedAt());
    long offset = writer.position();
    String payloadDigest = exchange.response().payloadDigest();
    ArchivedPage sameAs = comparison.sameAs();
    if (exchange.response().dropped() != null) {
      records.request(exchange, records.metadata(exchange, comparison, "", under), under);
    } else {
      String answerId =
          sameAs == null
              ? records.response(exchange, payloadDigest, pageId, under)
              : records.revisit(exchange, payloadDigest, sameAs, refersTo, under);
      records.request(exchange, answerId, under);
      records.metadata(exchange, comparison, answerId, under);
    }
    writer.flush();

    return new Capture(
        exchange.url(),
        exchange.fetchedAt(),
        exchange.response().status(),
        exchange.response().headerMap(),
        payloadDigest,
        name,
        offset,
        under);
  }

  /** Writes something that was not fetched, such as a saved page. */
  void writeResource(String url, String mediaType, byte[] body, Instant at) throws IOException {
    records.resource(url, mediaType, body, at, mandateId, Map.of());
    writer.flush();
  }

  /**
   * Writes what a browser made of a page, and returns where it is.
   *
   * @param browser name and version of the browser
   * @param answerId id of the answer that it was made of
   */
  Capture writeRendered(
      String url,
      byte[] document,
      String mediaType,
      Instant at,
      String browser,
      String answerId,
      Mandate mandate)
      throws IOException {
    String under = mandate.id();
    records.underMandate(mandate, at);
    long offset = writer.position();
    String digest =
        records.resource(
            url,
            mediaType,
            document,
            at,
            under,
            Map.of(RENDERED_BY, browser, "WARC-Concurrent-To", answerId));
    writer.flush();
    return new Capture(
        url, at, 200, Map.of("content-type", mediaType), digest, name, offset, under);
  }

  /** Makes all that was written durable. */
  void sync() throws IOException {
    channel.force(false);
  }

  String name() {
    return name;
  }

  long position() {
    return writer.position();
  }

  @Override
  public void close() throws IOException {
    try (channel;
        writer) {
      writer.flush();
      channel.force(true);
    }
  }
}
