package org.vigie.crawler.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.render.RenderedPage;

/**
 * What came of giving a page to a browser.
 *
 * @param page the page as the browser showed it; null if it did not
 * @param parts all that was fetched for it, in order, whatever became of the page
 */
record Rendering(@Nullable RenderedPage page, List<Part> parts) {
  private static final Rendering NONE = new Rendering(null, List.of());

  Rendering {
    parts = List.copyOf(parts);
  }

  /**
   * One answer.
   *
   * @param mandate the one that it was fetched under
   */
  record Part(Exchange exchange, Mandate mandate) {}

  /** Returns what comes of a page that no browser was given. */
  static Rendering none() {
    return NONE;
  }

  /** Returns what it holds in memory, in bytes. */
  long bytes() {
    long bytes = page == null ? 0 : page.html().length;
    for (Part part : parts) {
      bytes += part.exchange().response().body().length;
    }
    return bytes;
  }
}
