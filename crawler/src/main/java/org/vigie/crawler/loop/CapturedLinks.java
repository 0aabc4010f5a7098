package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.parser.ParseData;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.LinkedHashSet;
import java.util.Set;
import org.vigie.advert.Capture;

/** The links of a captured page, in page order. */
final class CapturedLinks implements ParseData {
  private final Capture capture;
  private Set<WebURL> links = new LinkedHashSet<>();

  CapturedLinks(Capture capture) {
    this.capture = capture;
  }

  Capture capture() {
    return capture;
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
