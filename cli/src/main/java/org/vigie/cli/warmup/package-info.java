/** A crawl of invented pages, from which Java learns what the next crawls need. */
@NullMarked
package org.vigie.cli.warmup;

import org.jspecify.annotations.NullMarked;
