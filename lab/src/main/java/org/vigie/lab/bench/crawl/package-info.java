/** The crawler's throughput beside plain crawler4j, Scrapy and wget, on one local site. */
@NullMarked
package org.vigie.lab.bench.crawl;

import org.jspecify.annotations.NullMarked;
