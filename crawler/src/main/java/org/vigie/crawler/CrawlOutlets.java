package org.vigie.crawler;

import java.util.function.Consumer;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.status.CrawlStatus;

/**
 * What leaves a crawl beside its archive.
 *
 * @param adverts where adverts go; closed by its owner
 * @param metrics counts what is done
 * @param onStatus told about once a second where the crawl stands
 */
public record CrawlOutlets(
    AdvertSink adverts, CrawlMetrics metrics, Consumer<CrawlStatus> onStatus) {
  /** Returns outlets at which nobody listens. */
  public static CrawlOutlets none() {
    return new CrawlOutlets(AdvertSink.none(), new CrawlMetrics(), status -> {});
  }
}
