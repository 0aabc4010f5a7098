package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.parser.ParseData;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.crawler.extract.Extraction;

/** The links of a captured page, in page order, and its adverts. */
final class CapturedLinks implements ParseData {
  private final Capture capture;
  private Set<WebURL> links = new LinkedHashSet<>();
  private List<Advert> adverts = List.of();
  private boolean cut;

  CapturedLinks(Capture capture) {
    this.capture = capture;
  }

  Capture capture() {
    return capture;
  }

  List<Advert> adverts() {
    return adverts;
  }

  /** Returns whether the page held more than was looked at. */
  boolean cut() {
    return cut;
  }

  void setFound(Extraction found) {
    adverts = found.adverts();
    cut = found.cut();
  }

  @Override
  public Set<WebURL> getOutgoingUrls() {
    return links;
  }

  @Override
  public void setOutgoingUrls(Set<WebURL> urls) {
    links = urls;
  }
}
