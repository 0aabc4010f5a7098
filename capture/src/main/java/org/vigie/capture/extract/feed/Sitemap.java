package org.vigie.capture.extract.feed;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;

/**
 * Sitemaps (sitemaps.org, protocol 0.9) in their XML, index, text and gzip forms. Links to other
 * hosts are taken too: which of them may be followed is the scope's to say.
 */
public final class Sitemap implements ChannelReader {
  private static final Logger LOG = LoggerFactory.getLogger(Sitemap.class);

  /** The number that the protocol allows a file. */
  private static final int MAX_LINKS = 50_000;

  /** The root element stands this far in at most, comments and stylesheets before it included. */
  private static final int PREFIX = 4_096;

  @Override
  public String name() {
    return "sitemap";
  }

  @Override
  public boolean tellsNone(Payload payload) {
    return true;
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    boolean text = payload.form() == PayloadForm.ADDRESSES;
    if (!text && !isXml(payload.bytes())) {
      return null;
    }
    try {
      URL url = URI.create(payload.capture().url()).toURL();
      AbstractSiteMap sitemap =
          parser().parseSiteMap(text ? "text/plain" : "text/xml", payload.bytes(), url);
      return extraction(payload.capture().url(), sitemap);
    } catch (UnknownFormatException | MalformedURLException | IllegalArgumentException e) {
      LOG.debug("a sitemap must be whole: {}", e.getClass().getSimpleName());
      return Extraction.failed("not a sitemap: broken XML");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  /**
   * Not strict: a strict parser drops what lies outside the sitemap's own folder, and with it most
   * of the sitemaps that stand in a folder of their own.
   */
  private static SiteMapParser parser() {
    SiteMapParser parser = new SiteMapParser(false, true);
    parser.setURLFilter((String link) -> link.length() > 2_000 ? null : link.strip());
    return parser;
  }

  /** Returns whether a body begins as a sitemap in XML does. */
  public static boolean isXml(byte[] bytes) {
    int length = Math.min(bytes.length, PREFIX);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    if (start.contains("<html")) {
      return false; // nearly every page: it need not be turned into lower case
    }
    String lower = start.toLowerCase(Locale.ROOT);
    return (lower.contains("urlset") || lower.contains("sitemapindex"))
        && !lower.contains("<html")
        && hasRoot(lower);
  }

  /** The name may have a prefix: {@code <sm:urlset}. */
  private static boolean hasRoot(String lower) {
    for (String root : List.of("urlset", "sitemapindex")) {
      int at = lower.indexOf(root);
      if (at > 0 && (lower.charAt(at - 1) == '<' || lower.charAt(at - 1) == ':')) {
        return true;
      }
    }
    return false;
  }

  private static Extraction extraction(String self, AbstractSiteMap sitemap) {
    Set<String> links = new LinkedHashSet<>();
    Map<String, Instant> modified = new HashMap<>();
    LinkResolver resolver = LinkResolver.of(self);
    if (sitemap instanceof SiteMapIndex index) {
      for (AbstractSiteMap part : index.getSitemaps()) {
        add(resolver.resolve(part.getUrl().toString()), part.getLastModified(), links, modified);
      }
    } else if (sitemap instanceof SiteMap map) {
      for (SiteMapURL page : map.getSiteMapUrls()) {
        String link = resolver.resolve(page.getUrl().toString());
        if (PageLinks.isPage(link)) {
          add(link, page.getLastModified(), links, modified);
        }
      }
    }
    links.remove("");
    links.remove(self);
    modified.keySet().retainAll(links);
    return new Extraction(List.of(), new ArrayList<>(links), "", "", modified);
  }

  private static void add(
      String link, @Nullable Date changed, Set<String> links, Map<String, Instant> modified) {
    if (links.size() < MAX_LINKS) {
      links.add(link);
      if (changed != null) {
        modified.put(link, changed.toInstant());
      }
    }
  }
}
