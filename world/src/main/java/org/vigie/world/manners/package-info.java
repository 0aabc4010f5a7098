/** A web that keeps the time of every request, to measure the manners of a crawl by. */
@NullMarked
package org.vigie.world.manners;

import org.jspecify.annotations.NullMarked;
