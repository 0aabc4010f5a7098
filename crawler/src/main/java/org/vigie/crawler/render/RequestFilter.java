package org.vigie.crawler.render;

import org.vigie.capture.warc.Exchange;

/** The only way in which a page that is rendered gets anything: a crawl's own manners and guard. */
@FunctionalInterface
public interface RequestFilter {
  /**
   * Asks for an address that a page wants.
   *
   * @param url as the page names it: anything may stand there
   * @param longest the time that is left for it, in nanoseconds
   * @throws RefusedRequestException if it may not be asked for, or brought no answer
   */
  Exchange get(String url, long longest) throws RefusedRequestException, InterruptedException;
}
