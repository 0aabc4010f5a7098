package org.vigie.lab.verify.surfaces;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.file.FileSink;

/** What one file was read into. */
final class CollectedFile implements FileSink {
  private static final Instant AT = Instant.parse("2026-09-01T12:00:00Z");

  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Advert> rowAdverts = new ArrayList<>();
  private final List<Advert> adverts = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final AdvertExtractor extractor = new AdvertExtractor();

  List<Map<String, String>> rows() {
    return rows;
  }

  List<Advert> adverts() {
    return adverts;
  }

  /** Returns kinds of reasons. */
  List<String> unread() {
    return unread;
  }

  @Override
  public void row(Map<String, String> parts, Map<String, String> fields) {
    rows.add(parts);
    if (!parts.containsKey("text") && !parts.containsKey("title")) {
      return;
    }
    Advert.Builder advert =
        Advert.builder(Channel.FILE, "file", AT)
            .sourceId(parts.getOrDefault("id", ""))
            .url(parts.getOrDefault("url", ""))
            .title(parts.getOrDefault("title", ""))
            .body(parts.getOrDefault("text", ""))
            .place(parts.getOrDefault("place", ""));
    fields.forEach(advert::field);
    rowAdverts.add(advert.build());
  }

  /** Returns the rows as the adverts that a run makes of them. */
  List<Advert> rowAdverts() {
    return rowAdverts;
  }

  @Override
  public void page(String url, String type, byte[] body, @Nullable Instant at) {
    Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("content-type", type);
    String address = url.isEmpty() ? "https://saved.invalid/page" : url;
    Extraction read =
        extractor.extract(new Capture(address, AT, 200, headers, "", "file", 0, "m-0"), body);
    adverts.addAll(read.adverts());
    String reason = read.failure() + read.unread();
    if (!reason.isEmpty()) {
      unread.add(reason);
    }
  }

  @Override
  public void unread(String part, String kind, String reason) {
    unread.add(kind);
  }
}
