package org.vigie.capture.extract.output;

import java.io.IOException;
import java.util.List;

/**
 * Where the adverts of a crawl go, page by page, once their page is in the archive and before it is
 * committed in the frontier.
 *
 * <p>So each advert arrives at least once: a page that was under way in a kill is fetched again,
 * and its adverts come again, under the same ids.
 */
public interface AdvertSink extends AutoCloseable {
  /**
   * Takes adverts; they are durable when this returns. Called by one thread at a time.
   *
   * @throws IOException if they can't be kept: then their pages are not committed
   */
  void write(List<FoundAdvert> adverts) throws IOException;

  @Override
  void close() throws IOException;

  /** Returns a sink for a crawl whose adverts are read from its archive alone. */
  static AdvertSink none() {
    return new AdvertSink() {
      @Override
      public void write(List<FoundAdvert> adverts) {}

      @Override
      public void close() {}
    };
  }
}
