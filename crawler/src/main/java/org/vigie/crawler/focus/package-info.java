/** Which link is followed first: a model that learns from the adverts found so far. */
@NullMarked
package org.vigie.crawler.focus;

import org.jspecify.annotations.NullMarked;
