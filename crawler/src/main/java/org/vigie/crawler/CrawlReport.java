package org.vigie.crawler;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a crawl did.
 *
 * @param progress the final counts
 * @param outcomes outcome name → number of URLs
 * @param warcs files written
 */
public record CrawlReport(CrawlProgress progress, Map<String, Long> outcomes, List<Path> warcs) {}
