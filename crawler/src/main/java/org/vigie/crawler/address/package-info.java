/** How addresses are written. */
@NullMarked
package org.vigie.crawler.address;

import org.jspecify.annotations.NullMarked;
