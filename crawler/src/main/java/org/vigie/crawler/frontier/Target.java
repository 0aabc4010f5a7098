package org.vigie.crawler.frontier;

import org.vigie.crawler.url.WebAddress;

/**
 * A URL to fetch.
 *
 * @param url absolute http(s) address, normalized by {@link FrontierScope#normalize}
 * @param depth links between a seed and it, at least 0
 * @param redirects redirects in a row that led to it, at least 0
 * @param score how likely it leads to adverts, in [0, 1]; higher ones are fetched first
 * @param anchor the text of the link that led to it, at most {@link #MAX_ANCHOR} characters
 * @param origin the page that led to it
 */
public record Target(
    String url, int depth, int redirects, double score, String anchor, Origin origin) {
  /** A link's text says in its first words what it leads to. */
  public static final int MAX_ANCHOR = 80;

  /** What a URL scores of which nothing is known. */
  public static final double UNKNOWN_SCORE = 0.5;

  public Target {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be in [0, 1], but was " + score);
    }
    anchor = anchor.length() > MAX_ANCHOR ? anchor.substring(0, MAX_ANCHOR) : anchor;
  }

  public Target(String url, int depth, int redirects, double score, String anchor) {
    this(url, depth, redirects, score, anchor, Origin.NONE);
  }

  public Target(String url, int depth, int redirects) {
    this(url, depth, redirects, UNKNOWN_SCORE, "");
  }

  /** Returns the unit of politeness: the host, whatever its port. */
  public String host() {
    return WebAddress.hostOf(url);
  }

  /** Returns the same as found on a page. */
  Target foundOn(Origin page) {
    return new Target(url, depth, redirects, score, anchor, page);
  }

  Target scored(double value) {
    return new Target(url, depth, redirects, value, anchor, origin);
  }

  /** Returns the same so many links from a seed. */
  public Target atDepth(int links) {
    return new Target(url, links, redirects, score, anchor, origin);
  }

  /** Returns where an answer redirected to: one URL more, for the same link. */
  public Target redirectedTo(String address) {
    return new Target(address, depth, redirects + 1, score, anchor, origin);
  }
}
