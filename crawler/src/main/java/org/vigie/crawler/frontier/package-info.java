/**
 * The URLs of a crawl: known, waiting, under way, done and due again, in a store on disk.
 *
 * <p>More than 40 files: queues, records and tables of one store see each other's inside, which no
 * other package may.
 */
@NullMarked
package org.vigie.crawler.frontier;

import org.jspecify.annotations.NullMarked;
