package org.vigie.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;

/**
 * Turns captures into adverts and next links. Reads no network and keeps no state, so a better one
 * can be run over old captures. Safe for use by several threads.
 *
 * <p>What a page says about itself is asked first: Telegram preview, feed, {@code JobPosting}
 * JSON-LD, microdata and JSON-LD of things offered; a page that says nothing is read by its text.
 */
public final class AdvertExtractor {
  /** Text beyond this is not looked at: some thousand pages of print. */
  private static final int MAX_CHARS = 16 << 20;

  private final SiteTemplates templates;

  /** An extractor that knows no site in particular. */
  public AdvertExtractor() {
    this(SiteTemplates.none());
  }

  /**
   * @param templates asked before a page is looked into
   */
  public AdvertExtractor(SiteTemplates templates) {
    this.templates = templates;
  }

  /**
   * Returns the adverts and next links of one capture. An answer that isn't a success holds
   * neither, and that is no failure.
   */
  public Extraction extract(Capture capture, byte[] payload) {
    if (capture.status() < 200 || capture.status() > 299 || payload.length == 0) {
      return new Extraction(List.of(), List.of(), "");
    }
    String contentType = capture.headers().getOrDefault("content-type", "");
    String failure = failure(contentType, payload);
    if (!failure.isEmpty()) {
      return new Extraction(List.of(), List.of(), failure);
    }
    Page page = parse(capture, contentType, payload);
    SiteTemplate template = templates.of(capture.url());
    Extraction known = template == null ? null : template.read(page);
    if (known != null) {
      return known;
    }
    if (Feed.is(page.document())) {
      return new Extraction(Feed.adverts(page), Feed.links(page), "");
    }
    if (TelegramPreview.is(page)) {
      return new Extraction(TelegramPreview.adverts(page), TelegramPreview.links(page), "");
    }
    return new Extraction(adverts(page), PageLinks.of(page), "");
  }

  /**
   * Returns whether a capture is a page that lists others, so that its links matter and its text
   * doesn't. False for what isn't HTML.
   */
  public boolean isListing(Capture capture, byte[] payload) {
    String contentType = capture.headers().getOrDefault("content-type", "");
    if (payload.length == 0 || !failure(contentType, payload).isEmpty()) {
      return false;
    }
    SiteTemplate template = templates.of(capture.url());
    SiteTemplate.Kind kind = template == null ? null : template.kind(capture.url());
    if (kind != null) {
      return kind == SiteTemplate.Kind.LISTING;
    }
    Page page = parse(capture, contentType, payload);
    if (Feed.is(page.document()) || TelegramPreview.is(page)) {
      return true;
    }
    return structured(page) == null && isListing(page, Microdata.items(page));
  }

  private static List<Advert> adverts(Page page) {
    List<Advert> structured = structured(page);
    if (structured != null) {
      return structured;
    }
    return isListing(page, Microdata.items(page)) ? List.of() : PlainPage.adverts(page);
  }

  private static boolean isListing(Page page, List<Item> microdata) {
    return ItemAdverts.offers(microdata) > 1 || ListingCheck.is(page);
  }

  /** Returns what the page itself declares, or null if it declares no advert. */
  private static @Nullable List<Advert> structured(Page page) {
    List<Item> jsonLd = JsonLd.items(page.document());
    List<Item> microdata = Microdata.items(page);
    List<Item> all = new ArrayList<>(jsonLd);
    all.addAll(microdata);
    List<Advert> jobs = ItemAdverts.jobs(page, all);
    if (!jobs.isEmpty()) {
      return jobs;
    }
    for (List<Item> items : List.of(microdata, jsonLd)) {
      List<Advert> offer = ItemAdverts.offer(page, items);
      if (!offer.isEmpty()) {
        return offer;
      }
    }
    return null;
  }

  static Page parse(Capture capture, String contentType, byte[] payload) {
    String text = CharsetSniffer.decode(payload, contentType);
    if (text.length() > MAX_CHARS) {
      text = text.substring(0, MAX_CHARS);
    }
    return Page.parse(capture, text, Feed.looksLikeXml(contentType, text));
  }

  /** Returns why a payload can't be read as HTML or XML, or empty if it can. */
  private static String failure(String contentType, byte[] payload) {
    int end = contentType.indexOf(';');
    String type =
        (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    boolean readable =
        type.isEmpty()
            || type.equals("text/html")
            || type.equals("text/plain")
            || type.endsWith("xml")
            || type.equals("application/octet-stream");
    if (!readable) {
      return "not HTML: " + printable(type);
    }
    boolean declared = type.equals("text/html") || type.endsWith("xml");
    if (!declared && !hasMarkup(payload)) {
      return "not HTML: " + (type.isEmpty() ? "no content type, no markup" : printable(type));
    }
    return isBinary(payload) ? "not HTML: binary content" : "";
  }

  private static boolean hasMarkup(byte[] payload) {
    for (int i = 0; i < Math.min(payload.length, 1_024); i++) {
      if (payload[i] == '<') {
        return true;
      }
    }
    return false;
  }

  /** A zero byte stands in no text but UTF-16, which begins with its mark. */
  private static boolean isBinary(byte[] payload) {
    boolean utf16 =
        payload.length > 1
            && ((payload[0] == (byte) 0xfe && payload[1] == (byte) 0xff)
                || (payload[0] == (byte) 0xff && payload[1] == (byte) 0xfe));
    if (utf16) {
      return false;
    }
    for (int i = 0; i < Math.min(payload.length, 512); i++) {
      if (payload[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static String printable(String type) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(type.length(), 80); i++) {
      char c = type.charAt(i);
      out.append(c > ' ' && c < 0x7f ? c : '?');
    }
    return out.toString();
  }
}
