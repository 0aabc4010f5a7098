package org.vigie.crawler;

/**
 * How far a crawl is.
 *
 * @param fetched pages archived
 * @param waiting URLs known and not yet fetched
 * @param failed URLs that could not be fetched
 * @param disallowed URLs that robots rules, scope, budgets or safety forbid
 */
public record CrawlProgress(long fetched, long waiting, long failed, long disallowed) {}
