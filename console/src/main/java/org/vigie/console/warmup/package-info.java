/** A crawl of invented pages, from which Java learns what the next crawls need. */
@NullMarked
package org.vigie.console.warmup;

import org.jspecify.annotations.NullMarked;
