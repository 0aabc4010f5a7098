package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.parser.ParseData;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;

/** The links of a captured page, in page order, and its adverts. */
final class CapturedLinks implements ParseData {
  private final Capture capture;
  private Set<WebURL> links = new LinkedHashSet<>();
  private List<Advert> adverts = List.of();

  CapturedLinks(Capture capture) {
    this.capture = capture;
  }

  Capture capture() {
    return capture;
  }

  List<Advert> adverts() {
    return adverts;
  }

  void setAdverts(List<Advert> found) {
    adverts = found;
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
