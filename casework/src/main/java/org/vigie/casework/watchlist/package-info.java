/** Partners' lists of contacts, taken over into a workspace's watchlist. */
@NullMarked
package org.vigie.casework.watchlist;

import org.jspecify.annotations.NullMarked;
