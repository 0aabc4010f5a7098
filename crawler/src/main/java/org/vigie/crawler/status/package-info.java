/** Where a crawl stands, for other processes to read, and how they ask it to pause. */
@NullMarked
package org.vigie.crawler.status;

import org.jspecify.annotations.NullMarked;
