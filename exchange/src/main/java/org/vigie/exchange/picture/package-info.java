/** Pictures of pages, by a browser that has neither network nor scripts. */
@NullMarked
package org.vigie.exchange.picture;

import org.jspecify.annotations.NullMarked;
