package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.parser.ParseData;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;

/** The links of a captured page that are followed, in page order, and what was read from it. */
final class CapturedLinks implements ParseData {
  private final Capture capture;
  private final Exchange exchange;
  private final boolean again;
  private Set<WebURL> links = new LinkedHashSet<>();
  private Rendering rendering = Rendering.none();
  private List<FetchedPicture> pictures = List.of();
  private Extraction found = new Extraction(List.of(), List.of(), "");

  /**
   * @param exchange the answer that the capture is of
   * @param again whether the URL was visited before
   */
  CapturedLinks(Capture capture, Exchange exchange, boolean again) {
    this.capture = capture;
    this.exchange = exchange;
    this.again = again;
  }

  Capture capture() {
    return capture;
  }

  Exchange exchange() {
    return exchange;
  }

  /** Returns what a browser made of it. */
  Rendering rendering() {
    return rendering;
  }

  void setRendering(Rendering made) {
    rendering = made;
  }

  /** Returns which pictures of its adverts were read. */
  List<FetchedPicture> pictures() {
    return pictures;
  }

  void setPictures(List<FetchedPicture> read) {
    pictures = read;
  }

  boolean again() {
    return again;
  }

  /** Returns what was read from it; its links are those of {@link #getOutgoingUrls}. */
  Extraction found() {
    return found;
  }

  void setFound(Extraction read) {
    found = read;
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
