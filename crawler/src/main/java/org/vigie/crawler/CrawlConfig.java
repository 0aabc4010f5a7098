package org.vigie.crawler;

import java.time.Duration;
import java.util.Map;

/**
 * How to crawl.
 *
 * @param userAgent honest name with a contact, sent with every request
 * @param hostDelay least time between two requests to one host, and to one address
 * @param requestTimeout longest time for one request with its body
 * @param maxPages most pages to fetch, at least 1
 * @param maxDepth most links between a seed and a page, at least 0
 * @param maxBodyBytes most decompressed bytes kept of one body; longer ones are cut and marked
 * @param threads most requests at a time, at least 1
 * @param allowLoopback opens loopback addresses, for the demo and tests alone
 * @param hosts host name → address that stands in for DNS, for the demo and tests alone
 */
public record CrawlConfig(
    String userAgent,
    Duration hostDelay,
    Duration requestTimeout,
    int maxPages,
    int maxDepth,
    long maxBodyBytes,
    int threads,
    boolean allowLoopback,
    Map<String, String> hosts) {}
