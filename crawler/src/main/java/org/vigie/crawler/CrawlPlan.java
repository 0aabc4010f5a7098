package org.vigie.crawler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Target;

/**
 * What to crawl.
 *
 * @param seeds where to start, at least one
 * @param keepsGoing whether to wait for pages that become due again, instead of ending
 * @param readsAdverts whether adverts are read while crawling; they can be read from the archive
 *     later, and a crawl that only archives costs less, but then it can't tell what it finds. Seeds
 *     that are revisited are read in any case
 * @param templates of sites whose pages need to be told how to be read
 * @param renderShare most pages given to a browser, of those that are read, in [0, 1]: seeds have
 *     to ask for it
 * @param pictures how the pictures of adverts are read, where seeds ask for it; null if they aren't
 */
public record CrawlPlan(
    List<Seed> seeds,
    boolean keepsGoing,
    boolean readsAdverts,
    SiteTemplates templates,
    double renderShare,
    @Nullable CrawlPictures pictures) {
  /**
   * A page that is rendered costs its site some dozen requests instead of one: at 3 in 100, a crawl
   * asks for about a third more.
   */
  public static final double RENDER_SHARE = 0.03;

  public CrawlPlan {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("a crawl must have a seed, but has none");
    }
    if (!(renderShare >= 0 && renderShare <= 1)) {
      throw new IllegalArgumentException("renderShare must be in [0, 1], but was " + renderShare);
    }
  }

  /** A plan that reads no pictures. */
  public CrawlPlan(
      List<Seed> seeds,
      boolean keepsGoing,
      boolean readsAdverts,
      SiteTemplates templates,
      double renderShare) {
    this(seeds, keepsGoing, readsAdverts, templates, renderShare, null);
  }

  /** A plan that renders no more than is usual. */
  public CrawlPlan(
      List<Seed> seeds, boolean keepsGoing, boolean readsAdverts, SiteTemplates templates) {
    this(seeds, keepsGoing, readsAdverts, templates, RENDER_SHARE);
  }

  /** A plan that reads adverts, and knows no site in particular. */
  public CrawlPlan(List<Seed> seeds, boolean keepsGoing) {
    this(seeds, keepsGoing, true, SiteTemplates.none());
  }

  List<Target> targets() {
    return seeds.stream().map(seed -> new Target(seed.url(), 0, 0, 1, "")).toList();
  }
}
