/** What a crawl does, in figures that Prometheus collects. */
@NullMarked
package org.vigie.crawler.metrics;

import org.jspecify.annotations.NullMarked;
