/** The URLs of a crawl: known, waiting, under way, done and due again, in a store on disk. */
@NullMarked
package org.vigie.crawler.frontier;

import org.jspecify.annotations.NullMarked;
