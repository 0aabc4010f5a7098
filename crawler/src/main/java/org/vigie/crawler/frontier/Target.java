package org.vigie.crawler.frontier;

/**
 * A URL to fetch.
 *
 * @param url absolute http(s) address, normalized by {@link Scope#normalize}
 * @param depth links between a seed and it, at least 0
 * @param redirects redirects in a row that led to it, at least 0
 */
public record Target(String url, int depth, int redirects) {}
