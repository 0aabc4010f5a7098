/** Captures in WARC files, written and read. */
@NullMarked
package org.vigie.crawler.warc;

import org.jspecify.annotations.NullMarked;
