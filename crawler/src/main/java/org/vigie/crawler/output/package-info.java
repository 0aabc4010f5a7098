/** Where the adverts of a crawl go as its pages are committed. */
@NullMarked
package org.vigie.crawler.output;

import org.jspecify.annotations.NullMarked;
