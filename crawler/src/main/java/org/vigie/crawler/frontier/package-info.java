/** The URLs of a crawl: known, waiting, under way and done, in a journal that survives a kill. */
@NullMarked
package org.vigie.crawler.frontier;

import org.jspecify.annotations.NullMarked;
