package org.vigie.crawler.warc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.vigie.advert.Mandate;

/**
 * Wraps a folder of saved pages ({@code .html}, {@code .htm}, with or without {@code .gz}) into a
 * WARC.
 */
public final class HtmlImport {
  /** What an import did. @param pages files wrapped; @param skipped files that are no saved page */
  public record Report(long pages, long skipped) {}

  private HtmlImport() {}

  public static Report wrap(Path folder, Path warc, Mandate mandate, Clock clock)
      throws IOException {
    throw new IllegalStateException("placeholder");
  }
}
