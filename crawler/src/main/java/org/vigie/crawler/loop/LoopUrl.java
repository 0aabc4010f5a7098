package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import edu.uci.ics.crawler4j.url.WebURL;
import org.vigie.crawler.frontier.Target;

/** A URL as crawler4j carries it through its loop. */
final class LoopUrl extends AbstractWebURL {
  private static final long serialVersionUID = 1L;

  private transient Target target = new Target("", 0, 0);

  static WebURL of(Target target) {
    LoopUrl url = new LoopUrl();
    url.target = target;
    url.setURL(target.url());
    url.setDepth((short) target.depth());
    return url;
  }

  /** Returns what it was made of; its depth is the one that crawler4j gave it since. */
  Target target() {
    return target.atDepth(getDepth());
  }
}
