package org.vigie.crawler.trap;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which URLs of a site without end are not worth a request any more: those beyond the budget
 * of their host or URL template, and those of a template whose pages have long said nothing new.
 *
 * <p>It counts what was fetched, so URLs that merely wait cost nothing. Its memory is bounded by
 * the hosts and {@link TrapConfig#templatesOfHost}: a site that makes templates up gains nothing.
 * Safe for use by several threads.
 */
public final class TrapDetector {
  /** The last fingerprints that a new page of a template is held against. */
  private static final int REMEMBERED = 4;

  /** A template with fewer pages is no trap yet. */
  private static final int UNSUSPICIOUS = 8;

  /** One page in so many is looked at: a trap has pages enough. */
  private static final int SAMPLE = 4;

  /** What was fetched of one template. */
  private static final class Kind {
    private final TextFingerprint[] latest = new TextFingerprint[REMEMBERED];
    private int pages;
    private int texts;
    private int duplicates;
  }

  private static final class Host {
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Kind others = new Kind();
    private int pages;
  }

  private final TrapConfig config;
  private final Map<String, Host> hosts = new HashMap<>();

  public TrapDetector(TrapConfig config) {
    this.config = config;
  }

  /** Returns whether a normalized address may still bring something new. */
  public synchronized boolean admits(String url) {
    UrlTemplate template = UrlTemplate.of(url);
    Host host = hosts.get(template.host());
    if (host == null) {
      return true;
    }
    Kind kind = kind(host, template);
    return host.pages < config.pagesOfHost()
        && kind.pages < config.pagesOfTemplate()
        && kind.duplicates < config.duplicatesInARow();
  }

  /**
   * Returns whether the text of the next page of this kind is wanted: of the first few none is, and
   * of many a sample.
   */
  public synchronized boolean wantsText(String url) {
    UrlTemplate template = UrlTemplate.of(url);
    Host host = hosts.get(template.host());
    if (host == null) {
      return false;
    }
    int pages = kind(host, template).pages;
    return pages >= UNSUSPICIOUS && pages % SAMPLE == 0;
  }

  /** Keeps that a page was fetched, with the text of the page. */
  public void fetched(String url, String text) {
    fetched(url, TextFingerprint.of(text));
  }

  /**
   * Keeps that a page was fetched.
   *
   * @param text its fingerprint, or null if its text was not {@link #wantsText wanted}
   */
  public synchronized void fetched(String url, @Nullable TextFingerprint text) {
    UrlTemplate template = UrlTemplate.of(url);
    Host host = hosts.computeIfAbsent(template.host(), name -> new Host());
    Kind kind = kind(host, template);
    if (kind != host.others) {
      host.kinds.putIfAbsent(template.shape(), kind);
    }
    kind.pages++;
    host.pages++;
    if (text != null) {
      kind.duplicates = isNew(kind, text) ? 0 : kind.duplicates + 1;
      kind.latest[kind.texts++ % REMEMBERED] = text;
    }
  }

  private Kind kind(Host host, UrlTemplate template) {
    Kind known = host.kinds.get(template.shape());
    if (known != null) {
      return known;
    }
    return host.kinds.size() < config.templatesOfHost() ? new Kind() : host.others;
  }

  private static boolean isNew(Kind kind, TextFingerprint text) {
    for (TextFingerprint earlier : kind.latest) {
      if (earlier != null && earlier.isNear(text)) {
        return false;
      }
    }
    return true;
  }
}
