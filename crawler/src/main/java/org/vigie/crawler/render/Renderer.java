package org.vigie.crawler.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.vigie.capture.warc.Exchange;

/**
 * Shows pages to Chromium, each to a new one without a network, and takes what their scripts make
 * of them. Safe for use by several threads.
 */
public final class Renderer {
  private final ChromiumProgram program;
  private final String userAgent;
  private final RenderLimits limits;
  private final Clock clock;
  private final Path temporary;

  /**
   * @param userAgent what pages are told, as sites are
   */
  public Renderer(ChromiumProgram program, String userAgent, RenderLimits limits, Clock clock) {
    this(program, userAgent, limits, clock, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param temporary folder for the browsers' profiles
   */
  Renderer(
      ChromiumProgram program, String userAgent, RenderLimits limits, Clock clock, Path temporary) {
    this.program = program;
    this.userAgent = userAgent;
    this.limits = limits;
    this.clock = clock;
    this.temporary = temporary;
  }

  /**
   * Renders a page.
   *
   * @param page as it was fetched: it is not asked for again
   * @param filter asked for all else that it wants
   * @throws RenderException if it has no document in time and within its limits
   * @throws IOException if no browser can be started
   */
  public RenderedPage render(Exchange page, RequestFilter filter)
      throws IOException, InterruptedException {
    try (Browser browser = Browser.start(program, userAgent, limits, temporary)) {
      return new PageView(browser, new PageRequests(page, filter, limits), limits, clock)
          .take(page);
    }
  }
}
