package org.vigie.crawler.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.warc.ContentCoding;
import org.vigie.capture.warc.UnsupportedCodingException;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.trap.TextFingerprint;
import org.vigie.crawler.trap.TrapDetector;
import org.vigie.crawler.trap.UrlTemplate;

/**
 * Reads a page that was just fetched: where it leads within scope, its adverts if they are asked
 * for, and whether it says anything new.
 */
final class PageReader {
  /** A trap shows in the first of a page. */
  private static final int MAX_TEXT = 64 << 10;

  private final AdvertExtractor extractor;
  private final FrontierScope scope;
  private final TrapDetector traps;
  private final boolean readsAdverts;
  private final RecentLinks recent = new RecentLinks();
  private final long maxBodyBytes;

  PageReader(CrawlPlan plan, FrontierScope scope, TrapDetector traps, long maxBodyBytes) {
    this.extractor = new AdvertExtractor(plan.templates());
    this.readsAdverts = plan.readsAdverts();
    this.scope = scope;
    this.traps = traps;
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * What a page yields; its links are not judged yet.
   *
   * @param markup its body, codings undone; null if they can't be
   */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  record Read(Extraction found, byte @Nullable [] markup) {}

  /** Returns what a body as it was sent yields. */
  Read read(Capture capture, byte[] body) {
    byte[] decoded;
    try {
      String coding = capture.headers().getOrDefault("content-encoding", "");
      decoded = ContentCoding.undo(body, coding, maxBodyBytes).bytes();
    } catch (UnsupportedCodingException e) {
      // Archived as it is; the reader of the archive reports it.
      return new Read(new Extraction(List.of(), List.of(), ""), null);
    }
    Seed seed = scope.find(capture.url());
    boolean adverts =
        readsAdverts
            || isRevisited(seed)
            || (seed != null && (seed.imageHashes() || seed.pictures()));
    Extraction found =
        adverts
            ? extractor.extract(capture, decoded, seed == null ? "" : seed.reader())
            : extractor.links(capture, decoded);
    return new Read(found, decoded);
  }

  /** Tells the watch for traps what a page shows that was never visited before. */
  void watch(String url, Read read) {
    byte[] markup = read.markup();
    if (markup != null) {
      boolean looked = traps.wantsText(url);
      traps.fetched(url, looked ? fingerprint(read.found(), markup) : null);
    }
  }

  /** Returns what a page yields as a browser showed it. */
  Read readRendered(Capture shown, byte[] html) {
    Seed seed = scope.find(shown.url());
    return new Read(extractor.extract(shown, html, seed == null ? "" : seed.reader()), html);
  }

  /**
   * A link to follow.
   *
   * @param url where it leads
   * @param anchor its text, or empty
   */
  record Link(String url, String anchor) {}

  /**
   * Returns the links that lie in scope, in their order: all of a page that is looked at again,
   * since they may tell that it changed; of others some that are known already are left out. The
   * pictures of adverts are among them if the seed asks for their digests.
   */
  List<Link> admitted(Capture capture, Extraction found) {
    Seed seed = scope.find(capture.url());
    boolean all = isRevisited(seed);
    List<Link> links = new ArrayList<>();
    List<String> candidates = new ArrayList<>(found.links());
    if (seed != null && seed.imageHashes() && !seed.pictures()) { // those are read with the page
      candidates.addAll(PagePictures.declared(found));
    }
    for (String link : candidates) {
      boolean known = !all && recent.isKnown(link);
      String url = known ? null : scope.admit(UrlTemplate.withoutSession(link));
      if (url != null) {
        links.add(new Link(url, found.anchors().getOrDefault(link, "")));
      }
    }
    return links;
  }

  private static boolean isRevisited(@Nullable Seed seed) {
    return seed != null && seed.revisit() != null;
  }

  private static TextFingerprint fingerprint(Extraction found, byte[] decoded) {
    return TextFingerprint.of(
        found.adverts().isEmpty()
            ? text(decoded)
            : found.adverts().stream()
                .map(advert -> advert.title() + ' ' + advert.body())
                .collect(Collectors.joining(" ")));
  }

  /** Returns what stands outside tags. */
  private static String text(byte[] markup) {
    String all = new String(markup, 0, Math.min(markup.length, MAX_TEXT), UTF_8);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < all.length(); ) {
      int tag = all.indexOf('<', i);
      int end = tag < 0 ? all.length() : tag;
      text.append(all, i, end).append(' ');
      int close = tag < 0 ? -1 : all.indexOf('>', tag);
      i = close < 0 ? all.length() : close + 1;
    }
    return text.toString();
  }
}
