/** Adverts as documents; queries; stored queries. */
@NullMarked
package org.vigie.search;

import org.jspecify.annotations.NullMarked;
