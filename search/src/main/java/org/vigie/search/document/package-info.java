/**
 * The documents of an index: one for each advert and each fact about adverts, how they are written,
 * and how they are found by kind, id, cluster or name.
 */
@NullMarked
package org.vigie.search.document;

import org.jspecify.annotations.NullMarked;
