package org.vigie.lab.bench.crawl;

/** How far a client was at a moment of its run: pages fetched, CPU time used in milliseconds. */
record Sample(long pages, long cpuMillis) {}
