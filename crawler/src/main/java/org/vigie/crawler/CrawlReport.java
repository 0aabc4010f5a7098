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
 * @param rendering what came of pages that need a script, where seeds ask for it, such as {@code
 *     rendered} or {@code failed-time} → number of pages
 * @param pictures what came of the pictures that adverts show, such as {@code read} or {@code
 *     robots-disallowed} → number of pictures
 * @param warcs files written
 */
public record CrawlReport(
    CrawlProgress progress,
    Map<String, Long> outcomes,
    Map<String, Long> unread,
    Map<String, Long> rendering,
    Map<String, Long> pictures,
    List<Path> warcs) {}
