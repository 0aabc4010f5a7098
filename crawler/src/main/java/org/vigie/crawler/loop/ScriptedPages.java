package org.vigie.crawler.loop;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.render.ChromiumProgram;
import org.vigie.crawler.render.RenderException;
import org.vigie.crawler.render.RenderLimits;
import org.vigie.crawler.render.RenderedPage;
import org.vigie.crawler.render.Renderer;

/**
 * Gives a browser those pages of a crawl that say nothing without their scripts, where the seed
 * asks for it. Safe for use by several threads.
 */
final class ScriptedPages {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptedPages.class);

  /** A page waits for the browser of another no longer than two of them may take. */
  private static final long MAX_WAIT_SECONDS = 130;

  private final FrontierScope scope;
  private final RenderShare share;
  private final @Nullable Renderer renderer;
  private final Supplier<GuardedRequests> filters;
  private final CrawlMetrics metrics;
  private final Map<String, Long> outcomes = new ConcurrentHashMap<>();

  /** One browser at a time: its memory is the crawl's largest piece. */
  private final Semaphore browsers = new Semaphore(1);

  /**
   * @param filters makes the way out of one page
   * @param metrics where it is counted what came of each
   */
  ScriptedPages(
      CrawlPlan plan,
      CrawlConfig config,
      FrontierScope scope,
      Clock clock,
      Supplier<GuardedRequests> filters,
      CrawlMetrics metrics) {
    this.scope = scope;
    this.metrics = metrics;
    this.share = new RenderShare(plan.renderShare());
    this.filters = filters;
    boolean wanted = plan.seeds().stream().anyMatch(Seed::render);
    this.renderer = wanted ? renderer(config, clock) : null;
  }

  private static @Nullable Renderer renderer(CrawlConfig config, Clock clock) {
    try {
      ChromiumProgram program = ChromiumProgram.find();
      return new Renderer(program, config.userAgent(), RenderLimits.defaults(), clock);
    } catch (IOException e) {
      LOG.warn("seeds ask for rendering, but it is off: {}", e.getMessage());
      return null;
    }
  }

  /** Returns what came of pages that need a script → how many pages. */
  Map<String, Long> outcomes() {
    return Map.copyOf(outcomes);
  }

  /** Renders a page that was read, if that is called for. */
  Rendering render(Capture capture, Exchange exchange, Extraction found) {
    share.read();
    Seed seed = scope.find(capture.url());
    boolean called =
        seed != null && seed.render() && needsScript(found) && !exchange.response().truncated();
    if (!called) {
      return Rendering.none();
    }
    if (renderer == null) {
      return without("no-browser");
    }
    if (!share.take()) {
      return without("share-spent");
    }
    try {
      if (!browsers.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return without("busy");
      }
      try {
        return render(renderer, exchange);
      } finally {
        browsers.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return without("interrupted");
    }
  }

  static boolean needsScript(Extraction found) {
    return found.unread().equals(Unread.NEEDS_SCRIPT.label());
  }

  private Rendering render(Renderer by, Exchange exchange) throws InterruptedException {
    GuardedRequests filter = filters.get();
    try {
      RenderedPage page = by.render(exchange, filter);
      count("rendered");
      page.refused().forEach((why, times) -> LOG.debug("a rendered page lacks {}: {}", times, why));
      return new Rendering(page, filter.parts());
    } catch (RenderException e) {
      count("failed-" + e.kind().label());
    } catch (IOException e) {
      LOG.warn("a browser must start to render a page, but did not", e);
      count("failed-start");
    }
    return new Rendering(null, filter.parts());
  }

  private Rendering without(String why) {
    count(why);
    return Rendering.none();
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
    metrics.rendering(outcome);
  }
}
