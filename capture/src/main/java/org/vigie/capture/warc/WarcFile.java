package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;

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

  private static final int NOT_MODIFIED = 304;

  private final String name;
  private final FileChannel channel;
  private final RecordWriter writer;
  private final String mandateId;
  private final Map<String, String> warcinfoIds = new HashMap<>();

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
    warcinfoIds.put(mandateId, writeWarcinfo(mandate, now));
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

  private Capture writeExchange(
      Exchange exchange, Mandate mandate, Comparison comparison, String refersTo, String pageId)
      throws IOException {
    String under = mandate.id();
    if (!warcinfoIds.containsKey(under)) {
      warcinfoIds.put(under, writeWarcinfo(mandate, exchange.fetchedAt()));
    }
    long offset = writer.position();
    String payloadDigest = exchange.payloadDigest();
    ArchivedPage sameAs = comparison.sameAs();
    if (exchange.dropped() != null) {
      writeRequest(exchange, writeMetadata(exchange, comparison, "", under), under);
    } else {
      String answerId =
          sameAs == null
              ? writeResponse(exchange, payloadDigest, pageId, under)
              : writeRevisit(exchange, payloadDigest, sameAs, refersTo, under);
      writeRequest(exchange, answerId, under);
      writeMetadata(exchange, comparison, answerId, under);
    }
    writer.flush();

    return new Capture(
        exchange.url(),
        exchange.fetchedAt(),
        exchange.status(),
        exchange.headerMap(),
        payloadDigest,
        name,
        offset,
        under);
  }

  /** Writes the response and returns its record id. */
  private String writeResponse(
      Exchange exchange, String payloadDigest, String pageId, String under) throws IOException {
    byte[] block = WarcBlocks.answer(exchange, exchange.body());
    String blockDigest = Sha256.of(block);
    String id = id("response", exchange.url(), exchange.fetchedAt(), blockDigest);
    WarcResponse.Builder response =
        new WarcResponse.Builder(exchange.url()).body(MediaType.HTTP_RESPONSE, block);
    common(response, id, exchange.fetchedAt(), blockDigest, under)
        .setHeader("WARC-Payload-Digest", payloadDigest);
    if (!exchange.address().isEmpty()) {
      response.setHeader("WARC-IP-Address", exchange.address());
    }
    if (!pageId.isEmpty()) {
      response.setHeader(PART_OF, pageId);
    }
    if (exchange.truncated()) {
      response.truncated(WarcTruncationReason.LENGTH);
    }
    if (WarcBlocks.isContentCoded(exchange)) {
      writer.addCompressed(response.build(), block);
    } else {
      writer.add(response.build(), block);
    }
    return id;
  }

  /**
   * Writes that the page is the same as at an earlier time, and returns the record's id.
   *
   * <p>ISO 28500:2017, section 6.7, has a profile for either way to know: the server said so, or
   * the payload is the same. Its block is the header of the answer, without the payload.
   */
  private String writeRevisit(
      Exchange exchange, String payloadDigest, ArchivedPage sameAs, String refersTo, String under)
      throws IOException {
    byte[] block = WarcBlocks.answer(exchange, new byte[0]);
    String blockDigest = Sha256.of(block);
    String id = id("revisit", exchange.url(), exchange.fetchedAt(), blockDigest);
    boolean notModified = exchange.status() == NOT_MODIFIED;
    WarcRevisit.Builder revisit =
        new WarcRevisit.Builder(
            exchange.url(),
            notModified
                ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    revisit.body(MediaType.HTTP_RESPONSE, block);
    common(revisit, id, exchange.fetchedAt(), blockDigest, under)
        .setHeader("WARC-Refers-To-Target-URI", exchange.url())
        .setHeader("WARC-Refers-To-Date", sameAs.fetchedAt().toString());
    if (!refersTo.isEmpty()) {
      revisit.setHeader("WARC-Refers-To", refersTo);
    }
    if (!notModified) {
      revisit.setHeader("WARC-Payload-Digest", payloadDigest);
    }
    if (!exchange.address().isEmpty()) {
      revisit.setHeader("WARC-IP-Address", exchange.address());
    }
    writer.add(revisit.build(), block);
    return id;
  }

  private void writeRequest(Exchange exchange, String answerId, String under) throws IOException {
    byte[] block = exchange.request();
    String blockDigest = Sha256.of(block);
    String id = id("request", exchange.url(), exchange.fetchedAt(), blockDigest);
    WarcRequest.Builder request =
        new WarcRequest.Builder(exchange.url())
            .body(MediaType.HTTP_REQUEST, block)
            .setHeader("WARC-Concurrent-To", answerId);
    writer.add(common(request, id, exchange.fetchedAt(), blockDigest, under).build(), block);
  }

  /** Writes the metadata and returns the record's id. */
  private String writeMetadata(
      Exchange exchange, Comparison comparison, String answerId, String under) throws IOException {
    byte[] block = WarcBlocks.metadata(exchange, comparison);
    String blockDigest = Sha256.of(block);
    String id = id("metadata", exchange.url(), exchange.fetchedAt(), blockDigest);
    WarcMetadata.Builder metadata =
        new WarcMetadata.Builder().targetURI(exchange.url()).body(MediaType.WARC_FIELDS, block);
    if (!answerId.isEmpty()) {
      metadata.setHeader("WARC-Concurrent-To", answerId);
    }
    writer.add(common(metadata, id, exchange.fetchedAt(), blockDigest, under).build(), block);
    return id;
  }

  /** Writes something that was not fetched, such as a saved page. */
  void writeResource(String url, String mediaType, byte[] body, Instant at) throws IOException {
    WarcResource.Builder resource =
        new WarcResource.Builder()
            .setHeader("WARC-Target-URI", url)
            .body(MediaType.parse(mediaType), body);
    String digest = Sha256.of(body);
    common(resource, id("resource", url, at, digest), at, digest, mandateId)
        .setHeader("WARC-Payload-Digest", digest);
    writer.add(resource.build(), body);
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
    if (!warcinfoIds.containsKey(under)) {
      warcinfoIds.put(under, writeWarcinfo(mandate, at));
    }
    long offset = writer.position();
    String digest = Sha256.of(document);
    WarcResource.Builder resource =
        new WarcResource.Builder()
            .setHeader("WARC-Target-URI", url)
            .setHeader(RENDERED_BY, browser)
            .setHeader("WARC-Concurrent-To", answerId)
            .body(MediaType.parse(mediaType), document);
    common(resource, id("resource", url, at, digest), at, digest, under)
        .setHeader("WARC-Payload-Digest", digest);
    writer.add(resource.build(), document);
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

  private <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> B common(
      B record, String id, Instant at, String blockDigest, String under) {
    return record
        .version(MessageVersion.WARC_1_1)
        .date(at)
        .setHeader("WARC-Record-ID", id)
        .setHeader("WARC-Block-Digest", blockDigest)
        .setHeader("WARC-Warcinfo-ID", warcinfoIds.getOrDefault(under, ""))
        .setHeader(MANDATE_HEADER, under);
  }

  private String writeWarcinfo(Mandate mandate, Instant now) throws IOException {
    byte[] block = WarcBlocks.warcinfo(mandate);
    String blockDigest = Sha256.of(block);
    String id = id("warcinfo", name, now, blockDigest);
    Warcinfo warcinfo =
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .date(now)
            .setHeader("WARC-Record-ID", id)
            .setHeader("WARC-Filename", name)
            .setHeader("WARC-Block-Digest", blockDigest)
            .setHeader(MANDATE_HEADER, mandate.id())
            .body(MediaType.WARC_FIELDS, block)
            .build();
    writer.add(warcinfo, block);
    writer.flush();
    return id;
  }

  private String id(String type, String url, Instant at, String blockDigest) {
    String source = type + '\n' + url + '\n' + at + '\n' + name + '\n' + blockDigest;
    return "<urn:uuid:" + UUID.nameUUIDFromBytes(source.getBytes(UTF_8)) + ">";
  }
}
