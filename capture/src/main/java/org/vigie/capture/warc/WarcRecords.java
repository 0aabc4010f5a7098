package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
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
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;

/**
 * The records of one WARC file, by their kinds. Ids are derived from content and place, so that the
 * same input makes the same records.
 */
final class WarcRecords {
  private static final int NOT_MODIFIED = 304;

  private final String name;
  private final RecordWriter writer;

  /** Id of a mandate → id of the {@code warcinfo} that spells it out. */
  private final Map<String, String> warcinfoIds = new HashMap<>();

  /**
   * @param name the file's
   */
  WarcRecords(String name, RecordWriter writer) {
    this.name = name;
    this.writer = writer;
  }

  /** Writes what spells a mandate out, if the file has it not yet. */
  void underMandate(Mandate mandate, Instant now) throws IOException {
    if (!warcinfoIds.containsKey(mandate.id())) {
      warcinfoIds.put(mandate.id(), warcinfo(mandate, now));
    }
  }

  /** Writes the response and returns its record id. */
  String response(Exchange exchange, String payloadDigest, String pageId, String under)
      throws IOException {
    byte[] block = WarcBlocks.answer(exchange, exchange.response().body());
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
      response.setHeader(WarcFile.PART_OF, pageId);
    }
    if (exchange.response().truncated()) {
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
  String revisit(
      Exchange exchange, String payloadDigest, ArchivedPage sameAs, String refersTo, String under)
      throws IOException {
    byte[] block = WarcBlocks.answer(exchange, new byte[0]);
    String blockDigest = Sha256.of(block);
    String id = id("revisit", exchange.url(), exchange.fetchedAt(), blockDigest);
    boolean notModified = exchange.response().status() == NOT_MODIFIED;
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

  void request(Exchange exchange, String answerId, String under) throws IOException {
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
  String metadata(Exchange exchange, Comparison comparison, String answerId, String under)
      throws IOException {
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

  /** Writes what was read of a picture and returns the record's id. */
  String picture(WarcArchive.FetchedPicture picture, String pageId, String under)
      throws IOException {
    Exchange exchange = picture.exchange();
    byte[] block = WarcBlocks.picture(picture, pageId);
    String blockDigest = Sha256.of(block);
    String id = id("metadata", exchange.url(), exchange.fetchedAt(), blockDigest);
    WarcMetadata.Builder metadata =
        new WarcMetadata.Builder().targetURI(exchange.url()).body(MediaType.WARC_FIELDS, block);
    metadata.setHeader(WarcFile.PART_OF, pageId);
    writer.add(common(metadata, id, exchange.fetchedAt(), blockDigest, under).build(), block);
    return id;
  }

  /**
   * Writes something that was not fetched, and returns its digest.
   *
   * @param headers further ones, written in order of their names; those without a value are left
   *     out
   */
  String resource(
      String url,
      String mediaType,
      byte[] body,
      Instant at,
      String under,
      Map<String, String> headers)
      throws IOException {
    String digest = Sha256.of(body);
    WarcResource.Builder resource =
        new WarcResource.Builder()
            .setHeader("WARC-Target-URI", url)
            .body(MediaType.parse(mediaType), body);
    new TreeMap<>(headers)
        .forEach((header, value) -> {
          if (!value.isEmpty()) {
            resource.setHeader(header, value);
          }
        });
    common(resource, id("resource", url, at, digest), at, digest, under)
        .setHeader("WARC-Payload-Digest", digest);
    writer.add(resource.build(), body);
    return digest;
  }

  private <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> B common(
      B record, String id, Instant at, String blockDigest, String under) {
    return record
        .version(MessageVersion.WARC_1_1)
        .date(at)
        .setHeader("WARC-Record-ID", id)
        .setHeader("WARC-Block-Digest", blockDigest)
        .setHeader("WARC-Warcinfo-ID", warcinfoIds.getOrDefault(under, ""))
        .setHeader(WarcFile.MANDATE_HEADER, under);
  }

  private String warcinfo(Mandate mandate, Instant now) throws IOException {
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
            .setHeader(WarcFile.MANDATE_HEADER, mandate.id())
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
