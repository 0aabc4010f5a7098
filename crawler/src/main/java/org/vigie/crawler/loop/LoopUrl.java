package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import edu.uci.ics.crawler4j.url.WebURL;
import org.vigie.crawler.frontier.Target;

/** A URL as crawler4j carries it through its loop. */
final class LoopUrl extends AbstractWebURL {
  private static final long serialVersionUID = 1L;

  static WebURL of(Target target) {
    LoopUrl url = new LoopUrl();
    url.setURL(target.url());
    url.setDepth((short) target.depth());
    return url;
  }
}
