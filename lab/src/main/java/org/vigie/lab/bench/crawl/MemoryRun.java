package org.vigie.lab.bench.crawl;

/**
 * A run after which the crawl knew a number of URLs.
 *
 * @param knownUrls URLs that the pages fetched link to, each counted once
 */
record MemoryRun(long knownUrls, ClientRun run) {}
