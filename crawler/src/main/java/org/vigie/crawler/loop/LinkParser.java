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
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.loop.PageReader.Link;
import org.vigie.crawler.render.RenderedPage;

/**
 * Finds the links of a captured page by {@link PageReader}, in place of crawler4j's parser: the
 * same code follows links now and reads adverts from the archive later.
 */
final class LinkParser extends Parser {
  private final PageReader reader;
  private final ScriptedPages scripted;
  private final PagePictures pictures;

  LinkParser(
      CrawlConfig config,
      TLDList domains,
      PageReader reader,
      ScriptedPages scripted,
      PagePictures pictures)
      throws IOException {
    super(config, new BasicURLNormalizer(), new NoHtmlParser(), domains, LoopUrl::new);
    this.reader = reader;
    this.scripted = scripted;
    this.pictures = pictures;
  }

  @Override
  public void parse(Page page) {
    if (page.getParseData() instanceof CapturedLinks captured) {
      Extraction found = read(captured, page.getContentData());
      Set<WebURL> links = new LinkedHashSet<>();
      for (Link link : reader.admitted(captured.capture(), found)) {
        links.add(LoopUrl.of(new Target(link.url(), 0, 0, Target.UNKNOWN_SCORE, link.anchor())));
      }
      captured.setOutgoingUrls(links);
      captured.setFound(found);
    }
  }

  private Extraction read(CapturedLinks captured, byte[] body) {
    Capture capture = captured.capture();
    PageReader.Read read = reader.read(capture, body);
    Rendering rendering = scripted.render(capture, captured.exchange(), read.found());
    captured.setRendering(rendering);
    RenderedPage page = rendering.page();
    if (page != null) {
      read = reader.readRendered(shown(capture, page), page.html());
    }
    if (!captured.again()) {
      reader.watch(capture.url(), read);
    }
    List<FetchedPicture> shown = pictures.read(capture, read.found());
    captured.setPictures(shown);
    return PagePictures.added(read.found(), shown);
  }

  /** It has no place in the archive yet. */
  private static Capture shown(Capture of, RenderedPage page) {
    return new Capture(
        of.url(),
        page.at(),
        200,
        Map.of("content-type", RenderedPage.MEDIA_TYPE),
        "",
        "",
        0,
        of.mandate());
  }

  /** crawler4j's own parser is never asked: {@link #parse} is overridden. */
  private static final class NoHtmlParser implements HtmlParser {
    @Override
    public HtmlParseData parse(Page page) {
      throw new UnsupportedOperationException("pages must be read by the extractor");
    }
  }
}
