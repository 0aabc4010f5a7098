package org.vigie.crawler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.advert.Mandate;

/** A polite crawl from seeds into WARC files. */
public final class Crawl {
  public Crawl(CrawlConfig config, Mandate mandate, Path captures, Clock clock) {}

  public CrawlReport run(List<URI> seeds, Consumer<CrawlProgress> onProgress)
      throws IOException, InterruptedException {
    throw new IllegalStateException("placeholder");
  }
}
