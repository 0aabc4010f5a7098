package org.vigie.crawler.frontier;

import org.vigie.crawler.trap.UrlTemplate;

/**
 * What is kept of the page that a link was found on.
 *
 * @param page hash of its address: links of one page fare alike
 * @param template hash of its {@link UrlTemplate}: so do those of pages of one kind
 * @param depth the page's own distance from a seed; -1 for a URL that no page led to
 * @param held whether it held adverts
 */
public record Origin(int page, int template, int depth, boolean held) {
  /** Of a URL that no page led to. */
  public static final Origin NONE = new Origin(0, 0, -1, false);

  /** Returns what is kept of a page that was fetched. */
  static Origin of(PageEnd end) {
    Target target = end.target();
    PageVisit visit = end.visit();
    return new Origin(
        target.url().hashCode(),
        UrlTemplate.of(target.url()).hashCode(),
        target.depth(),
        visit != null && !visit.adverts().isEmpty());
  }
}
