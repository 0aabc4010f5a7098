/**
 * What small documents say of adverts, laid beside them so that a search can filter, order and fold
 * by it: clusters, networks, risks, sightings.
 */
@NullMarked
package org.vigie.search.fact;

import org.jspecify.annotations.NullMarked;
