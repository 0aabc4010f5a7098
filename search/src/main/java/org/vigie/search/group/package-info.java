/**
 * Groups of adverts: which cluster or network an advert is in, the networks of a search, and the
 * template that the texts of a cluster share.
 */
@NullMarked
package org.vigie.search.group;

import org.jspecify.annotations.NullMarked;
