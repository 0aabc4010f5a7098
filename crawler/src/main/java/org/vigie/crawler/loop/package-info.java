/** crawler4j's loop with its unsafe parts replaced at its seams. */
@NullMarked
package org.vigie.crawler.loop;

import org.jspecify.annotations.NullMarked;
