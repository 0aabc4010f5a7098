package org.vigie.crawler.loop;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.parser.HtmlParseData;
import edu.uci.ics.crawler4j.parser.HtmlParser;
import edu.uci.ics.crawler4j.parser.Parser;
import edu.uci.ics.crawler4j.url.TLDList;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Capture;
import org.vigie.crawler.extract.AdvertExtractor;
import org.vigie.crawler.extract.Extraction;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.warc.ContentCoding;
import org.vigie.crawler.warc.UnsupportedCodingException;

/**
 * Finds the links of a captured page by {@link AdvertExtractor}, in place of crawler4j's parser:
 * the same code follows links now and reads adverts from the archive later.
 */
final class LinkParser extends Parser {
  private final AdvertExtractor extractor = new AdvertExtractor();
  private final Scope scope;
  private final long maxBodyBytes;

  LinkParser(CrawlConfig config, TLDList domains, Scope scope, long maxBodyBytes)
      throws IOException {
    super(config, new BasicURLNormalizer(), new NoHtmlParser(), domains, LoopUrl::new);
    this.scope = scope;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public void parse(Page page) {
    if (page.getParseData() instanceof CapturedLinks captured) {
      Extraction found = extract(captured.capture(), page.getContentData());
      Set<WebURL> links = new LinkedHashSet<>();
      for (String link : found.links()) {
        String url = scope.admit(link);
        if (url != null) {
          String anchor = found.anchors().getOrDefault(link, "");
          links.add(LoopUrl.of(new Target(url, 0, 0, Target.UNKNOWN_SCORE, anchor)));
        }
      }
      captured.setOutgoingUrls(links);
      captured.setAdverts(found.adverts());
    }
  }

  /** crawler4j's own parser is never asked: {@link #parse} is overridden. */
  private static final class NoHtmlParser implements HtmlParser {
    @Override
    public HtmlParseData parse(Page page) {
      throw new UnsupportedOperationException("pages must be read by the extractor");
    }
  }

  private Extraction extract(Capture capture, byte[] body) {
    try {
      String coding = capture.headers().getOrDefault("content-encoding", "");
      byte[] decoded = ContentCoding.undo(body, coding, maxBodyBytes).bytes();
      return extractor.extract(capture, decoded);
    } catch (UnsupportedCodingException e) {
      // Archived as it is; the reader of the archive reports it.
      return new Extraction(List.of(), List.of(), "");
    }
  }
}
