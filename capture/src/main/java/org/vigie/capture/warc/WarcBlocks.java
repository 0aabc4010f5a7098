package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Mandate;
import org.vigie.capture.picture.ReadingLine;
import org.vigie.files.build.Build;
import org.vigie.files.digest.Sha256;

/** The blocks of records, as they are written into a WARC file. */
final class WarcBlocks {
  private static final String SOFTWARE = Build.product() + " (jwarc)";

  private WarcBlocks() {}

  /** Returns what a {@code warcinfo} record says of a file and its mandate. */
  static byte[] warcinfo(Mandate mandate) {
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("software", List.of(SOFTWARE));
    fields.put("format", List.of("WARC File Format 1.1"));
    fields.put("conformsTo", List.of("ISO 28500:2017"));
    fields.put("mandate-id", List.of(mandate.id()));
    fields.put("mandate-authority", List.of(oneLine(mandate.authority())));
    fields.put("mandate-legal-basis", List.of(oneLine(mandate.legalBasis())));
    fields.put("mandate-purpose", List.of(oneLine(mandate.purpose())));
    fields.put("mandate-case", List.of(oneLine(mandate.caseId())));
    fields.put("mandate-approved-by", List.of(oneLine(mandate.approvedBy())));
    if (!mandate.permits().isEmpty()) {
      fields.put(
          "mandate-permits", mandate.permits().stream().map(Mandate.Permission::label).toList());
    }
    fields.put("mandate-valid-until", List.of(mandate.validUntil().toString()));
    return fields(fields);
  }

  /**
   * Returns an answer as it came, with a body or without. The body has no transfer coding any more,
   * so its header must not say so: it is renamed.
   */
  static byte[] answer(Exchange exchange, byte[] body) {
    StringBuilder head = new StringBuilder(exchange.response().version());
    head.append(' ')
        .append(exchange.response().status())
        .append(' ')
        .append(exchange.response().reason())
        .append("\r\n");
    for (HeaderLine line : exchange.response().headers()) {
      String header = line.name().toLowerCase(Locale.ROOT);
      boolean framing = header.equals("transfer-encoding") || header.equals("content-length");
      head.append(framing ? "X-Archive-Orig-" : "").append(line.name());
      head.append(": ").append(line.value()).append("\r\n");
    }
    head.append("Content-Length: ").append(exchange.response().body().length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(ISO_8859_1);
    byte[] block = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, block, start.length, body.length);
    return block;
  }

  /** All codings that are asked for compress; what a lie costs is space in the archive. */
  static boolean isContentCoded(Exchange exchange) {
    for (HeaderLine line : exchange.response().headers()) {
      if (line.name().equalsIgnoreCase("Content-Encoding")
          && !line.value().isBlank()
          && !line.value().strip().equalsIgnoreCase("identity")) {
        return true;
      }
    }
    return false;
  }

  /** Returns what is told of an exchange beside its answer. */
  static byte[] metadata(Exchange exchange, Comparison comparison) {
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("fetchTimeMs", List.of(Long.toString(exchange.took().toMillis())));
    fields.put("truncated", List.of(exchange.response().truncated() ? "length" : "no"));
    if (!exchange.address().isEmpty()) {
      fields.put(ServerFacts.ADDRESS, List.of(exchange.address()));
    }
    if (comparison.extractionCut()) {
      fields.put("extraction", List.of("cut"));
    }
    BodyDigest dropped = exchange.response().dropped();
    if (dropped != null) {
      fields.put("status", List.of(Integer.toString(exchange.response().status())));
      fields.put(WarcFile.BODY_DIGEST, List.of(dropped.digest()));
      fields.put(WarcFile.IMAGE_URL_DIGEST, List.of(Sha256.of(exchange.url().getBytes(UTF_8))));
      fields.put("bodyLength", List.of(Long.toString(dropped.length())));
    }
    TlsFacts tls = exchange.tls();
    if (tls != null) {
      tls.addTo(fields);
    }
    fields.putAll(ObservationFields.of(comparison.observations()));
    return fields(fields);
  }

  /** Returns what is told of a picture that was read: neither its bytes nor its answer. */
  static byte[] picture(WarcArchive.FetchedPicture picture, String pageId) {
    Exchange exchange = picture.exchange();
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("fetchTimeMs", List.of(Long.toString(exchange.took().toMillis())));
    fields.put("status", List.of(Integer.toString(exchange.response().status())));
    if (!exchange.address().isEmpty()) {
      fields.put(ServerFacts.ADDRESS, List.of(exchange.address()));
    }
    // One that several pages show is told of for each.
    fields.put("page", List.of(pageId));
    fields.put(WarcFile.IMAGE_URL_DIGEST, List.of(Sha256.of(picture.address().getBytes(UTF_8))));
    fields.put(WarcFile.PICTURE_READING, List.of(ReadingLine.of(picture.reading())));
    BodyDigest digest = exchange.response().dropped();
    if (digest != null) {
      fields.put(WarcFile.BODY_DIGEST, List.of(digest.digest()));
    }
    TlsFacts tls = exchange.tls();
    if (tls != null) {
      tls.addTo(fields);
    }
    return fields(fields);
  }

  private static byte[] fields(Map<String, List<String>> fields) {
    StringBuilder block = new StringBuilder();
    fields.forEach((field, values) ->
        values.forEach(value -> block.append(field).append(": ").append(value).append("\r\n")));
    return block.toString().getBytes(UTF_8);
  }

  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }
}
