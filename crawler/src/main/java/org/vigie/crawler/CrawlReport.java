package org.vigie.crawler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a crawl did.
 *
 * @param progress the final counts
 * @param outcomes outcome name → number of URLs
 * @param unread why fetched pages yielded no advert, such as {@code needs-script} → number of
 *     pages; empty where adverts aren't read
 * @param warcs files written
 */
public record CrawlReport(
    CrawlProgress progress,
    Map<String, Long> outcomes,
    Map<String, Long> unread,
    List<Path> warcs) {}
