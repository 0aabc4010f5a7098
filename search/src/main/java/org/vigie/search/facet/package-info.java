/**
 * Counts of the adverts that a search found, by the values of their fields; of large results, from
 * a sample.
 */
@NullMarked
package org.vigie.search.facet;

import org.jspecify.annotations.NullMarked;
