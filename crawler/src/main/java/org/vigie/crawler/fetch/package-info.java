/** One request at a time: bounded, verified, and never to an address that isn't public. */
@NullMarked
package org.vigie.crawler.fetch;

import org.jspecify.annotations.NullMarked;
