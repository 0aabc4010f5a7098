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
import java.util.Set;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.loop.PageReader.Link;

/**
 * Finds the links of a captured page by {@link PageReader}, in place of crawler4j's parser: the
 * same code follows links now and reads adverts from the archive later.
 */
final class LinkParser extends Parser {
  private final PageReader reader;

  LinkParser(CrawlConfig config, TLDList domains, PageReader reader) throws IOException {
    super(config, new BasicURLNormalizer(), new NoHtmlParser(), domains, LoopUrl::new);
    this.reader = reader;
  }

  @Override
  public void parse(Page page) {
    if (page.getParseData() instanceof CapturedLinks captured) {
      Extraction found = reader.read(captured.capture(), page.getContentData(), captured.again());
      Set<WebURL> links = new LinkedHashSet<>();
      for (Link link : reader.admitted(captured.capture(), found)) {
        links.add(LoopUrl.of(new Target(link.url(), 0, 0, Target.UNKNOWN_SCORE, link.anchor())));
      }
      captured.setOutgoingUrls(links);
      captured.setFound(found);
    }
  }

  /** crawler4j's own parser is never asked: {@link #parse} is overridden. */
  private static final class NoHtmlParser implements HtmlParser {
    @Override
    public HtmlParseData parse(Page page) {
      throw new UnsupportedOperationException("pages must be read by the extractor");
    }
  }
}
