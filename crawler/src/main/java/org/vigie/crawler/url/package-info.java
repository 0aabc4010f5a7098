/** Addresses of the web, taken apart. */
@NullMarked
package org.vigie.crawler.url;

import org.jspecify.annotations.NullMarked;
